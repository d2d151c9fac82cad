"""The window's language: English source strings, Swedish shown.

Qt's own texts (buttons, the colour and print dialogs) come from its translation
when the installation has one. Documents never pass here; they carry their Swedish
themselves.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hubra_desktop.paths import resource


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for the translators and return it as it is; the name is lupdate's."""
    return text


def translated(context: str, text: str) -> str:
    """Return the text shown for a source string marked in a table."""
    return QCoreApplication.translate(context, text)


def install(application: QCoreApplication) -> bool:
    """Show Swedish texts and formats; False when the program's translation is missing."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load("qtbase_sv", folder) or of_qt.load("qtbase_sv", str(resource("translations"))):
        application.installTranslator(of_qt)
    own = QTranslator(application)
    found = own.load(str(resource("translations", "hubra_sv.qm")))
    if found:
        application.installTranslator(own)
    return found
