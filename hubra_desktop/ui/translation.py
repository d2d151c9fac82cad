"""The window's language: English source strings, Swedish shown unless English is chosen.

Qt's own texts (buttons, the colour and print dialogs) come from its translation
when the installation has one. Documents never pass here; they carry their Swedish
themselves.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hubra_desktop.model.language import Language, set_language
from hubra_desktop.paths import resource

_LOCALES: dict[Language, QLocale] = {
    "sv": QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for the translators and return it as it is; the name is lupdate's."""
    return text


def translated(context: str, text: str) -> str:
    """Return the text shown for a source string marked in a table."""
    return QCoreApplication.translate(context, text)


_installed: list[QTranslator] = []


def install(application: QCoreApplication | None, language: Language = "sv") -> bool:
    """Speak ``language`` in texts and formats; False when its translation is missing."""
    set_language(language)
    QLocale.setDefault(_LOCALES[language])
    for earlier in _installed:
        QCoreApplication.removeTranslator(earlier)
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    name = f"qtbase_{language}"
    if not of_qt.load(name, folder):
        of_qt.load(name, str(resource("translations")))
    own = QTranslator(application)
    found = own.load(str(resource("translations", f"hubra_{language}.qm")))
    _installed[:] = [each for each in (of_qt, own) if not each.isEmpty()]
    for translator in _installed:
        QCoreApplication.installTranslator(translator)
    return found
