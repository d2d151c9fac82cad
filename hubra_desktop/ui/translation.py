"""The window's language: that of its sentences, of dates and numbers, and of Qt's own texts.

Qt's texts (buttons, the colour and print dialogs) are English as they stand; their
Swedish comes with Qt. Documents never pass here; they carry their Swedish themselves.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from hubra_desktop.model.language import Language, set_language

_LOCALES: dict[Language, QLocale] = {
    "sv": QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def install_translation(application: QCoreApplication | None, language: Language = "sv") -> None:
    """Speak ``language`` in texts and formats."""
    set_language(language)
    QLocale.setDefault(_LOCALES[language])
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language == "sv" and of_qt.load("qtbase_sv", folder):
        QCoreApplication.installTranslator(of_qt)
        _installed.append(of_qt)
