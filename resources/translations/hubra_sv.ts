<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;New register…</source>
            <translation>&amp;Nytt register…</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Öppna…</translation>
        </message>
        <message>
            <source>Open practice register</source>
            <translation>Öppna övnin&amp;gsregister</translation>
        </message>
        <message>
            <source>&amp;Save now</source>
            <translation>&amp;Spara nu</translation>
        </message>
        <message>
            <source>&amp;House style…</source>
            <translation>&amp;Inställningar…</translation>
        </message>
        <message>
            <source>&amp;Export register…</source>
            <translation>&amp;Exportera register…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>I&amp;mportera…</translation>
        </message>
        <message>
            <source>Save as &amp;PDF…</source>
            <translation>Spara som &amp;PDF…</translation>
        </message>
        <message>
            <source>Save in another &amp;form…</source>
            <translation>Spara i annan fo&amp;rm…</translation>
        </message>
        <message>
            <source>P&amp;rint…</source>
            <translation>Skriv &amp;ut…</translation>
        </message>
        <message>
            <source>Open in PDF &amp;viewer</source>
            <translation>Öppna i PDF-&amp;visaren</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Avsluta</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Ångra</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gör om</translation>
        </message>
        <message>
            <source>&amp;New row below</source>
            <translation>&amp;Ny rad under</translation>
        </message>
        <message>
            <source>New &amp;break below</source>
            <translation>Ny &amp;paus under</translation>
        </message>
        <message>
            <source>Remo&amp;ve row</source>
            <translation>&amp;Ta bort rad</translation>
        </message>
        <message>
            <source>Move u&amp;p</source>
            <translation>Flytta &amp;upp</translation>
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation>Flytta n&amp;er</translation>
        </message>
        <message>
            <source>Make &amp;sub-item</source>
            <translation>Gör till un&amp;derpunkt</translation>
        </message>
        <message>
            <source>Make &amp;item of its own</source>
            <translation>Gör till egen pun&amp;kt</translation>
        </message>
        <message>
            <source>&amp;Overview</source>
            <translation>Ö&amp;versikt</translation>
        </message>
        <message>
            <source>&amp;Meetings</source>
            <translation>&amp;Sammanträden</translation>
        </message>
        <message>
            <source>Next &amp;pane</source>
            <translation>&amp;Nästa del av fönstret</translation>
        </message>
        <message>
            <source>Meeting &amp;facts</source>
            <translation>&amp;Uppgifter</translation>
        </message>
        <message>
            <source>Row &amp;details</source>
            <translation>&amp;Radens detaljer</translation>
        </message>
        <message>
            <source>The pa&amp;ge</source>
            <translation>Kallelsens s&amp;ida</translation>
        </message>
        <message>
            <source>Page as &amp;text</source>
            <translation>Visa som &amp;text</translation>
        </message>
        <message>
            <source>&amp;Larger page</source>
            <translation>St&amp;örre sida</translation>
        </message>
        <message>
            <source>&amp;Smaller page</source>
            <translation>&amp;Mindre sida</translation>
        </message>
        <message>
            <source>Fit &amp;width</source>
            <translation>Anpassa till &amp;bredden</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Som &amp;systemet</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Ljust</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Mörkt</translation>
        </message>
        <message>
            <source>&amp;Svenska</source>
            <translation>&amp;Svenska</translation>
        </message>
        <message>
            <source>&amp;English</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>&amp;New meeting…</source>
            <translation>&amp;Nytt sammanträde…</translation>
        </message>
        <message>
            <source>New from &amp;this meeting…</source>
            <translation>Nytt från det &amp;här sammanträdet…</translation>
        </message>
        <message>
            <source>Remo&amp;ve meeting</source>
            <translation>&amp;Ta bort sammanträdet</translation>
        </message>
        <message>
            <source>&amp;Hold the time</source>
            <translation>&amp;Fast tid</translation>
        </message>
        <message>
            <source>Do not &amp;print the time</source>
            <translation>Skriv &amp;inte ut tiden</translation>
        </message>
        <message>
            <source>Behind &amp;closed doors</source>
            <translation>Stängda &amp;dörrar</translation>
        </message>
        <message>
            <source>&amp;Withdrawn</source>
            <translation>Ut&amp;går</translation>
        </message>
        <message>
            <source>In para&amp;llel with the row above</source>
            <translation>&amp;Parallellt med raden ovanför</translation>
        </message>
        <message>
            <source>&amp;Formality</source>
            <translation>&amp;Formalia</translation>
        </message>
        <message>
            <source>&amp;Information</source>
            <translation>&amp;Information</translation>
        </message>
        <message>
            <source>&amp;Decision</source>
            <translation>&amp;Beslut</translation>
        </message>
        <message>
            <source>&amp;Break</source>
            <translation>&amp;Paus</translation>
        </message>
        <message>
            <source>&amp;Heading</source>
            <translation>&amp;Rubrik</translation>
        </message>
        <message>
            <source>&amp;Other</source>
            <translation>&amp;Övrigt</translation>
        </message>
        <message>
            <source>&amp;Help for this page</source>
            <translation>&amp;Hjälp om den här sidan</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Kortkommandon</translation>
        </message>
        <message>
            <source>&amp;About Hubra</source>
            <translation>&amp;Om Hubra</translation>
        </message>
    </context>
    <context>
        <name>AgendaDelegate</name>
        <message>
            <source>New item…</source>
            <translation>Nytt ärende…</translation>
        </message>
    </context>
    <context>
        <name>AgendaEditing</name>
        <message>
            <source>Break</source>
            <translation>Paus</translation>
        </message>
        <message>
            <source>The first row has no row above to be a sub-item of. Move it down first.</source>
            <translation>Den första raden har ingen rad ovanför att vara underpunkt till. Flytta ner den först.</translation>
        </message>
        <message>
            <source>The row has no clock time yet. Type one in its time cell, such as 16.30.</source>
            <translation>Raden har ingen klocktid än. Skriv en i rutan för tid, till exempel 16.30.</translation>
        </message>
    </context>
    <context>
        <name>AgendaModel</name>
        <message>
            <source>New row, {column}</source>
            <translation>Ny rad, {column}</translation>
        </message>
    </context>
    <context>
        <name>AgendaPanel</name>
        <message>
            <source>{title} is now row {place} of {rows}, {time}</source>
            <translation>{title} är nu rad {place} av {rows}, {time}</translation>
        </message>
        <message>
            <source>{what} Undo: {keys}</source>
            <translation>{what} Ångra med {keys}.</translation>
        </message>
        <message>
            <source>{what} Redo: {keys}</source>
            <translation>{what} Gör om med {keys}.</translation>
        </message>
    </context>
    <context>
        <name>AgendaRows</name>
        <message>
            <source>Time</source>
            <translation>Tid</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr</translation>
        </message>
        <message>
            <source>Item and presenters</source>
            <translation>Ärende och föredragande</translation>
        </message>
        <message>
            <source>Min</source>
            <translation>Min</translation>
        </message>
        <message>
            <source>Presenters</source>
            <translation>Föredragande</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Diarienr</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Utgår</translation>
        </message>
        <message>
            <source>Behind closed doors, printed as “{title}”</source>
            <translation>Stängda dörrar, skrivs ut som ”{title}”</translation>
        </message>
        <message>
            <source>In parallel</source>
            <translation>Parallellt</translation>
        </message>
        <message>
            <source>Added late</source>
            <translation>Tillagt efter kallelsen</translation>
        </message>
        <message>
            <source>Inner note: {note}</source>
            <translation>Inre anteckning: {note}</translation>
        </message>
        <message>
            <source>no time</source>
            <translation>ingen tid</translation>
        </message>
        <message>
            <source>held</source>
            <translation>fast tid</translation>
        </message>
        <message>
            <source>not printed</source>
            <translation>skrivs inte ut</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>inget nummer</translation>
        </message>
        <message>
            <source>{minutes} minutes</source>
            <translation>{minutes} minuter</translation>
        </message>
        <message>
            <source>open</source>
            <translation>öppen tid</translation>
        </message>
        <message>
            <source>no presenter</source>
            <translation>ingen föredragande</translation>
        </message>
        <message>
            <source>no case number</source>
            <translation>inget diarienummer</translation>
        </message>
    </context>
    <context>
        <name>AgendaView</name>
        <message>
            <source>Agenda</source>
            <translation>Föredragningslista</translation>
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <source>What to look at</source>
            <translation>Att se över</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Ingenting saknas.</translation>
        </message>
        <message numerus="yes">
            <source>To look at: %n, of which {stops} stop the notice</source>
            <translation>
                <numerusform>Att se över: %n, varav {stops} hindrar kallelsen</numerusform>
                <numerusform>Att se över: %n, varav {stops} hindrar kallelsen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To look at: %n</source>
            <translation>
                <numerusform>Att se över: %n</numerusform>
                <numerusform>Att se över: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Hubra</source>
            <translation>Hubra</translation>
        </message>
    </context>
    <context>
        <name>FactsPanel</name>
        <message>
            <source>Meeting facts</source>
            <translation>Uppgifter om sammanträdet</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Börjar</translation>
        </message>
        <message>
            <source>Planned end</source>
            <translation>Planerat slut</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Link to digital meeting</source>
            <translation>Länk till digitalt möte</translation>
        </message>
        <message>
            <source>Notice: place</source>
            <translation>Kallelsens ort</translation>
        </message>
        <message>
            <source>Notice: date</source>
            <translation>Kallelsens datum</translation>
        </message>
        <message>
            <source>Note in print</source>
            <translation>Upplysning i kallelsen</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>Inte satt</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Moved to the meeting</source>
            <translation>Flyttat till sammanträdet</translation>
        </message>
        <message>
            <source>Choose the meeting that takes its place</source>
            <translation>Välj det sammanträde som tar dess plats</translation>
        </message>
        <message>
            <source>Chair</source>
            <translation>Ordförande</translation>
        </message>
        <message>
            <source>Secretary</source>
            <translation>Sekreterare</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Ingen vald</translation>
        </message>
        <message>
            <source>There is no other meeting to move it to. Make the new meeting first.</source>
            <translation>Det finns inget annat sammanträde att flytta det till. Skapa det nya sammanträdet först.</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Open register</source>
            <translation>Öppna register</translation>
        </message>
        <message>
            <source>Registers (*.hubra)</source>
            <translation>Register (*.hubra)</translation>
        </message>
        <message>
            <source>New register</source>
            <translation>Nytt register</translation>
        </message>
        <message>
            <source>register.hubra</source>
            <translation>register.hubra</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Spara som PDF</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Save as web page</source>
            <translation>Spara som webbsida</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Webbsidor (*.html)</translation>
        </message>
        <message>
            <source>Export register</source>
            <translation>Exportera register</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Exports and notices (*.json *.pdf)</source>
            <translation>Exporter och kallelser (*.json *.pdf)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importera</translation>
        </message>
        <message>
            <source>Choose logotype</source>
            <translation>Välj logotyp</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg)</source>
            <translation>Bilder (*.png *.jpg *.jpeg)</translation>
        </message>
    </context>
    <context>
        <name>FootnoteParts</name>
        <message>
            <source>Footnotes</source>
            <translation>Fotnoter</translation>
        </message>
        <message>
            <source>Add footnote</source>
            <translation>Lägg till fotnot</translation>
        </message>
        <message>
            <source>Stands beside</source>
            <translation>Står vid</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
    </context>
    <context>
        <name>HelpActions</name>
        <message>
            <source>About Hubra</source>
            <translation>Om Hubra</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Help</source>
            <translation>Hjälp</translation>
        </message>
        <message>
            <source>Topics of the help</source>
            <translation>Hjälpens ämnen</translation>
        </message>
    </context>
    <context>
        <name>HelpTexts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Kortkommandon</translation>
        </message>
        <message>
            <source>The desk of the secretary of a municipal crime-prevention council: timed agendas and notices, in one file on your own computer.</source>
            <translation>Skrivbordet för sekreteraren i ett kommunalt brottsförebyggande råd: föredragningslistor med tider och kallelser, i en fil på din egen dator.</translation>
        </message>
        <message>
            <source>Release {version}</source>
            <translation>Utgåva {version}</translation>
        </message>
    </context>
    <context>
        <name>HouseStyleDialog</name>
        <message>
            <source>House style</source>
            <translation>Inställningar för handlingarna</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Clock times</source>
            <translation>Klockslag</translation>
        </message>
        <message>
            <source>Sub-items</source>
            <translation>Underpunkter</translation>
        </message>
        <message>
            <source>Closer pairs (AV, To)</source>
            <translation>Tätare bokstavspar (AV, To)</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Välj…</translation>
        </message>
        <message>
            <source>Choose accent colour</source>
            <translation>Välj accentfärg</translation>
        </message>
        <message>
            <source>Choose logotype</source>
            <translation>Välj logotyp</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Remove logotype</source>
            <translation>Ta bort logotypen</translation>
        </message>
        <message>
            <source>&amp;Organisation</source>
            <translation>&amp;Organisation</translation>
        </message>
        <message>
            <source>&amp;Clock times</source>
            <translation>&amp;Klockslag</translation>
        </message>
        <message>
            <source>Before the meeting's start</source>
            <translation>Före sammanträdets starttid</translation>
        </message>
        <message>
            <source>Before an item's time</source>
            <translation>Före ett ärendes tid</translation>
        </message>
        <message>
            <source>Before a time in a footnote</source>
            <translation>Före en tid i en fotnot</translation>
        </message>
        <message>
            <source>&amp;Sub-items</source>
            <translation>&amp;Underpunkter</translation>
        </message>
        <message>
            <source>K&amp;erning</source>
            <translation>K&amp;erning</translation>
        </message>
        <message>
            <source>&amp;Accent colour</source>
            <translation>Accent&amp;färg</translation>
        </message>
        <message>
            <source>&amp;Footer</source>
            <translation>S&amp;idfot</translation>
        </message>
        <message>
            <source>&amp;Logotype</source>
            <translation>&amp;Logotyp</translation>
        </message>
        <message>
            <source>Logotype in &amp;words</source>
            <translation>Logotypen i o&amp;rd</translation>
        </message>
        <message>
            <source>Picture, {size} kB</source>
            <translation>Bild, {size} kB</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>The colour is hard to read on paper: contrast {ratio}, at least {least}.</source>
            <translation>Färgen är svår att läsa på papper: kontrasten är {ratio} och bör vara minst {least}.</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import</source>
            <translation>Importera</translation>
        </message>
        <message>
            <source>The file {file} brings:</source>
            <translation>Filen {file} innehåller:</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Ingenting</translation>
        </message>
        <message>
            <source>What is replaced can be brought back with Undo.</source>
            <translation>Det som ersätts kan tas tillbaka med Ångra.</translation>
        </message>
    </context>
    <context>
        <name>ItemDetails</name>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Print the time</source>
            <translation>Skriv ut tiden</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Lokal</translation>
        </message>
        <message>
            <source>Public title</source>
            <translation>Offentlig rubrik</translation>
        </message>
        <message>
            <source>Note in print</source>
            <translation>Anteckning i kallelsen</translation>
        </message>
        <message>
            <source>Inner note</source>
            <translation>Inre anteckning</translation>
        </message>
        <message>
            <source>Never printed</source>
            <translation>Skrivs aldrig ut</translation>
        </message>
        <message>
            <source>What all may read</source>
            <translation>Det som alla får läsa</translation>
        </message>
        <message>
            <source>In parallel</source>
            <translation>Parallellt</translation>
        </message>
        <message>
            <source>At the same time as the row above, in another room</source>
            <translation>Samtidigt som raden ovanför, i en annan lokal</translation>
        </message>
        <message>
            <source>Behind closed doors</source>
            <translation>Stängda dörrar</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Utgår</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Read only</source>
            <translation>Endast läsning</translation>
        </message>
        <message>
            <source> (practice)</source>
            <translation> (övning)</translation>
        </message>
        <message>
            <source>No register is open</source>
            <translation>Inget register är öppet</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Sparat {time}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Ångra</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gör om</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Inga än</translation>
        </message>
        <message>
            <source>What you have typed cannot be used yet. Mend it, or take it back with Esc.</source>
            <translation>Det du har skrivit går inte att använda än. Rätta det, eller ta tillbaka det med Esc.</translation>
        </message>
    </context>
    <context>
        <name>MeetingActions</name>
        <message>
            <source>Copy of the meeting {day}</source>
            <translation>Kopia av sammanträdet {day}</translation>
        </message>
        <message>
            <source>The meeting {day} was removed.</source>
            <translation>Sammanträdet {day} togs bort.</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Sparad som {file}.</translation>
        </message>
        <message>
            <source>No program for PDF could be opened. Save the PDF and open it yourself.</source>
            <translation>Inget program för PDF kunde öppnas. Spara PDF:en och öppna den själv.</translation>
        </message>
    </context>
    <context>
        <name>MeetingHead</name>
        <message>
            <source>Moved to {day}</source>
            <translation>Flyttat till {day}</translation>
        </message>
        <message>
            <source>{span} · {total} min, of which information {information} of {net}</source>
            <translation>{span} · {total} min, varav information {information} av {net}</translation>
        </message>
        <message>
            <source>{span} · {total} min, of which information {information}</source>
            <translation>{span} · {total} min, varav information {information}</translation>
        </message>
        <message numerus="yes">
            <source>%n min over time</source>
            <translation>
                <numerusform>%n min för långt</numerusform>
                <numerusform>%n min för långt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeetingsList</name>
        <message>
            <source>Meetings by year</source>
            <translation>Sammanträden efter år</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>Sammanträden</translation>
        </message>
    </context>
    <context>
        <name>MeetingsModel</name>
        <message numerus="yes">
            <source>{year}, %n meeting(s)</source>
            <translation>
                <numerusform>{year}, %n sammanträde</numerusform>
                <numerusform>{year}, %n sammanträden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeetingsPage</name>
        <message>
            <source>No meetings yet</source>
            <translation>Inga sammanträden än</translation>
        </message>
        <message>
            <source>Here are the council's meetings with agenda and notice.</source>
            <translation>Här finns rådets sammanträden med föredragningslista och kallelse.</translation>
        </message>
        <message>
            <source>No meeting is open</source>
            <translation>Inget sammanträde är öppet</translation>
        </message>
        <message>
            <source>Choose one in the list beside, or make a new one.</source>
            <translation>Välj ett i listan bredvid, eller skapa ett nytt.</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Re&amp;cent</source>
            <translation>Senas&amp;te</translation>
        </message>
        <message>
            <source>&amp;Kind of row</source>
            <translation>Radens &amp;slag</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Färger</translation>
        </message>
        <message>
            <source>L&amp;anguage</source>
            <translation>S&amp;pråk</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Arkiv</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Redigera</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Visa</translation>
        </message>
        <message>
            <source>&amp;Meeting</source>
            <translation>&amp;Sammanträde</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hjälp</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Do what the message offers</source>
            <translation>Gör det som meddelandet erbjuder</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Stäng meddelandet</translation>
        </message>
        <message>
            <source>Close the message (Esc)</source>
            <translation>Stäng meddelandet (Esc)</translation>
        </message>
    </context>
    <context>
        <name>NewMeetingDialog</name>
        <message>
            <source>New meeting</source>
            <translation>Nytt sammanträde</translation>
        </message>
        <message>
            <source>Make meeting</source>
            <translation>Skapa sammanträdet</translation>
        </message>
        <message>
            <source>7 mars, 7/3 2018 or 2018-03-07</source>
            <translation>7 mars, 7/3 2018 eller 2018-03-07</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Börja med</translation>
        </message>
        <message>
            <source>Standing items</source>
            <translation>Stående punkter</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>&amp;Date</source>
            <translation>&amp;Datum</translation>
        </message>
        <message>
            <source>&amp;Begin with</source>
            <translation>B&amp;örja med</translation>
        </message>
        <message>
            <source>&amp;Starts</source>
            <translation>Bö&amp;rjar</translation>
        </message>
        <message>
            <source>Planned &amp;end</source>
            <translation>Planerat sl&amp;ut</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>&amp;Plats</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>S&amp;lag</translation>
        </message>
        <message>
            <source>The weekday is shown here.</source>
            <translation>Veckodagen visas här.</translation>
        </message>
    </context>
    <context>
        <name>NewRegisterDialog</name>
        <message>
            <source>New register</source>
            <translation>Nytt register</translation>
        </message>
        <message>
            <source>Choose place…</source>
            <translation>Välj plats…</translation>
        </message>
        <message>
            <source>Huddinges brottsförebyggande råd</source>
            <translation>Huddinges brottsförebyggande råd</translation>
        </message>
        <message>
            <source>Huddinge</source>
            <translation>Huddinge</translation>
        </message>
        <message>
            <source>One register holds one council's meetings, in one file.</source>
            <translation>Ett register rymmer ett råds sammanträden, i en fil.</translation>
        </message>
        <message>
            <source>The &amp;council's name</source>
            <translation>&amp;Rådets namn</translation>
        </message>
        <message>
            <source>&amp;Municipality</source>
            <translation>&amp;Kommun</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Welcome to Hubra</source>
            <translation>Välkommen till Hubra</translation>
        </message>
        <message>
            <source>A register holds one council's meetings. Make one, open one that you already have, or try with the practice register first.</source>
            <translation>Ett register rymmer ett råds sammanträden. Skapa ett, öppna ett som du redan har, eller prova först med övningsregistret.</translation>
        </message>
        <message>
            <source>No meetings yet</source>
            <translation>Inga sammanträden än</translation>
        </message>
        <message>
            <source>Here you see the next meeting and what it still needs.</source>
            <translation>Här ser du nästa sammanträde och vad det ännu behöver.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <source>Latest meeting</source>
            <translation>Senaste sammanträdet</translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation>Nästa sammanträde</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Ingenting saknas.</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… och %n till</numerusform>
                <numerusform>… och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Open the meeting</source>
            <translation>Öppna sammanträdet</translation>
        </message>
        <message>
            <source>Starts {time}</source>
            <translation>Börjar {time}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>i dag</translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>om %n dag</numerusform>
                <numerusform>om %n dagar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the notice was due %n day(s) ago</source>
            <translation>
                <numerusform>kallelsen skulle ut för %n dag sedan</numerusform>
                <numerusform>kallelsen skulle ut för %n dagar sedan</numerusform>
            </translation>
        </message>
        <message>
            <source>the notice goes out today</source>
            <translation>kallelsen ska ut i dag</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) to the notice</source>
            <translation>
                <numerusform>%n dag till kallelsen</numerusform>
                <numerusform>%n dagar till kallelsen</numerusform>
            </translation>
        </message>
        <message>
            <source>Meetings {year}</source>
            <translation>Sammanträden {year}</translation>
        </message>
    </context>
    <context>
        <name>PageBuilder</name>
        <message>
            <source>The page could not be made just now.</source>
            <translation>Sidan kunde inte göras just nu.</translation>
        </message>
    </context>
    <context>
        <name>PagePanel</name>
        <message>
            <source>The page as text</source>
            <translation>Sidan som text</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Sida {page} ({pages})</translation>
        </message>
    </context>
    <context>
        <name>PageTop</name>
        <message>
            <source>The top of the page</source>
            <translation>Sidans överdel</translation>
        </message>
        <message>
            <source>The top of the page as it will be printed</source>
            <translation>Sidans överdel så som den skrivs ut</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>The page as it will be printed</source>
            <translation>Sidan som den skrivs ut</translation>
        </message>
    </context>
    <context>
        <name>Parts</name>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
    </context>
    <context>
        <name>PreMeetingParts</name>
        <message>
            <source>Pre-meetings</source>
            <translation>Förmöten</translation>
        </message>
        <message>
            <source>Add pre-meeting</source>
            <translation>Lägg till förmöte</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Grupp</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Börjar</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Plats</translation>
        </message>
    </context>
    <context>
        <name>RegisterActions</name>
        <message>
            <source>Read it</source>
            <translation>Läs det</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Försök igen</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Sparat {time}</translation>
        </message>
        <message>
            <source>Exported to {file}.</source>
            <translation>Exporterat till {file}.</translation>
        </message>
        <message>
            <source>Imported.</source>
            <translation>Importen är klar.</translation>
        </message>
        <message>
            <source>All of it was here already.</source>
            <translation>Allt fanns redan, så inget har ändrats.</translation>
        </message>
    </context>
    <context>
        <name>SaveAsDialog</name>
        <message>
            <source>Save in another form</source>
            <translation>Spara i annan form</translation>
        </message>
        <message>
            <source>Choose place…</source>
            <translation>Välj plats…</translation>
        </message>
        <message>
            <source>Text &amp;size</source>
            <translation>Text&amp;storlek</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>&amp;Form</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textstorlek</translation>
        </message>
        <message>
            <source>Large print, {points} points</source>
            <translation>Stor stil, {points} punkter</translation>
        </message>
        <message>
            <source>Ordinary</source>
            <translation>Ordinarie</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Web page (HTML)</source>
            <translation>Webbsida (HTML)</translation>
        </message>
        <message>
            <source>The &amp;meeting as data in the file</source>
            <translation>Sammanträdet som &amp;data i filen</translation>
        </message>
        <message>
            <source>Whoever is given the PDF can then import the meeting. Inner notes and titles behind closed doors are never in it.</source>
            <translation>Den som får PDF:en kan då importera sammanträdet. Inre anteckningar och rubriker bakom stängda dörrar följer aldrig med.</translation>
        </message>
    </context>
    <context>
        <name>SignatureParts</name>
        <message>
            <source>Signatures</source>
            <translation>Underskrifter</translation>
        </message>
        <message>
            <source>Add signature</source>
            <translation>Lägg till underskrift</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Roll</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Plan</source>
            <translation>Planera</translation>
        </message>
        <message>
            <source>The agenda is being made; the notice is printed as a DRAFT</source>
            <translation>Föredragningslistan görs; kallelsen skrivs ut som UTKAST</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Kalla</translation>
        </message>
        <message>
            <source>The notice has been issued; DRAFT goes from the print</source>
            <translation>Kallelsen är utfärdad; UTKAST försvinner ur utskriften</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Genomför</translation>
        </message>
        <message>
            <source>The meeting is going on, or has been held</source>
            <translation>Sammanträdet pågår eller har hållits</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>The minutes have been approved</source>
            <translation>Protokollet är justerat</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klart</translation>
        </message>
        <message>
            <source>The papers have been archived</source>
            <translation>Handlingarna är arkiverade</translation>
        </message>
        <message>
            <source>The meeting's stage</source>
            <translation>Sammanträdets skede</translation>
        </message>
        <message>
            <source>Stage {place} of {stages}, passed: {name}</source>
            <translation>Skede {place} av {stages}, passerat: {name}</translation>
        </message>
        <message>
            <source>Stage {place} of {stages}, now: {name}</source>
            <translation>Skede {place} av {stages}, nu: {name}</translation>
        </message>
        <message>
            <source>Stage {place} of {stages}: {name}</source>
            <translation>Skede {place} av {stages}: {name}</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>added row</source>
            <translation>ny rad</translation>
        </message>
        <message>
            <source>added organisation</source>
            <translation>ny organisation</translation>
        </message>
        <message>
            <source>added footnote</source>
            <translation>ny fotnot</translation>
        </message>
        <message>
            <source>added mandate</source>
            <translation>nytt uppdrag</translation>
        </message>
        <message>
            <source>added matter</source>
            <translation>nytt ärende</translation>
        </message>
        <message>
            <source>added meeting</source>
            <translation>nytt sammanträde</translation>
        </message>
        <message>
            <source>added person</source>
            <translation>ny person</translation>
        </message>
        <message>
            <source>added pre-meeting</source>
            <translation>nytt förmöte</translation>
        </message>
        <message>
            <source>added signature</source>
            <translation>ny underskrift</translation>
        </message>
        <message>
            <source>changed row</source>
            <translation>ändrad rad</translation>
        </message>
        <message>
            <source>changed organisation</source>
            <translation>ändrad organisation</translation>
        </message>
        <message>
            <source>changed footnote</source>
            <translation>ändrad fotnot</translation>
        </message>
        <message>
            <source>changed house style</source>
            <translation>ändrad husstil</translation>
        </message>
        <message>
            <source>changed mandate</source>
            <translation>ändrat uppdrag</translation>
        </message>
        <message>
            <source>changed matter</source>
            <translation>ändrat ärende</translation>
        </message>
        <message>
            <source>changed meeting</source>
            <translation>ändrat sammanträde</translation>
        </message>
        <message>
            <source>changed person</source>
            <translation>ändrad person</translation>
        </message>
        <message>
            <source>changed pre-meeting</source>
            <translation>ändrat förmöte</translation>
        </message>
        <message>
            <source>changed register facts</source>
            <translation>ändrade registeruppgifter</translation>
        </message>
        <message>
            <source>changed signature</source>
            <translation>ändrad underskrift</translation>
        </message>
        <message>
            <source>copied meeting</source>
            <translation>kopierat sammanträde</translation>
        </message>
        <message>
            <source>import</source>
            <translation>import</translation>
        </message>
        <message>
            <source>moved row</source>
            <translation>flyttad rad</translation>
        </message>
        <message>
            <source>removed row</source>
            <translation>borttagen rad</translation>
        </message>
        <message>
            <source>removed organisation</source>
            <translation>borttagen organisation</translation>
        </message>
        <message>
            <source>removed footnote</source>
            <translation>borttagen fotnot</translation>
        </message>
        <message>
            <source>removed mandate</source>
            <translation>borttaget uppdrag</translation>
        </message>
        <message>
            <source>removed matter</source>
            <translation>borttaget ärende</translation>
        </message>
        <message>
            <source>removed meeting</source>
            <translation>borttaget sammanträde</translation>
        </message>
        <message>
            <source>removed person</source>
            <translation>borttagen person</translation>
        </message>
        <message>
            <source>removed pre-meeting</source>
            <translation>borttaget förmöte</translation>
        </message>
        <message>
            <source>removed signature</source>
            <translation>borttagen underskrift</translation>
        </message>
        <message>
            <source>changed place of the footnote</source>
            <translation>flyttad fotnot</translation>
        </message>
        <message>
            <source>changed case number</source>
            <translation>ändrat diarienummer</translation>
        </message>
        <message>
            <source>changed chair</source>
            <translation>ändrad ordförande</translation>
        </message>
        <message>
            <source>changed closed doors</source>
            <translation>ändrade stängda dörrar</translation>
        </message>
        <message>
            <source>changed date</source>
            <translation>ändrat datum</translation>
        </message>
        <message>
            <source>changed minutes</source>
            <translation>ändrad tid</translation>
        </message>
        <message>
            <source>changed planned end</source>
            <translation>ändrad sluttid</translation>
        </message>
        <message>
            <source>changed group</source>
            <translation>ändrad grupp</translation>
        </message>
        <message>
            <source>changed inner note</source>
            <translation>ändrad inre anteckning</translation>
        </message>
        <message>
            <source>changed kind</source>
            <translation>ändrat slag</translation>
        </message>
        <message>
            <source>changed level</source>
            <translation>ändrad nivå</translation>
        </message>
        <message>
            <source>changed link</source>
            <translation>ändrad länk</translation>
        </message>
        <message>
            <source>changed name</source>
            <translation>ändrat namn</translation>
        </message>
        <message>
            <source>changed note</source>
            <translation>ändrad anteckning</translation>
        </message>
        <message>
            <source>changed date of the notice</source>
            <translation>ändrat datum för kallelsen</translation>
        </message>
        <message>
            <source>changed place of the notice</source>
            <translation>ändrad ort för kallelsen</translation>
        </message>
        <message>
            <source>changed number</source>
            <translation>ändrat nummer</translation>
        </message>
        <message>
            <source>changed parallel row</source>
            <translation>ändrad parallell rad</translation>
        </message>
        <message>
            <source>changed held time</source>
            <translation>ändrad fast tid</translation>
        </message>
        <message>
            <source>changed place</source>
            <translation>ändrad plats</translation>
        </message>
        <message>
            <source>changed presenters</source>
            <translation>ändrade föredragande</translation>
        </message>
        <message>
            <source>changed printed time</source>
            <translation>ändrad utskriven tid</translation>
        </message>
        <message>
            <source>changed public title</source>
            <translation>ändrad offentlig rubrik</translation>
        </message>
        <message>
            <source>changed role</source>
            <translation>ändrad roll</translation>
        </message>
        <message>
            <source>changed secretary</source>
            <translation>ändrad sekreterare</translation>
        </message>
        <message>
            <source>changed start</source>
            <translation>ändrad starttid</translation>
        </message>
        <message>
            <source>changed state</source>
            <translation>ändrat läge</translation>
        </message>
        <message>
            <source>changed text</source>
            <translation>ändrad text</translation>
        </message>
        <message>
            <source>changed heading</source>
            <translation>ändrad rubrik</translation>
        </message>
        <message>
            <source>changed withdrawn row</source>
            <translation>ändrad utgången rad</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Formality</source>
            <translation>Formalia</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Beslut</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Paus</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Övrigt</translation>
        </message>
        <message>
            <source>Ordinary</source>
            <translation>Ordinarie</translation>
        </message>
        <message>
            <source>Extra</source>
            <translation>Extra</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Planerat</translation>
        </message>
        <message>
            <source>Being prepared</source>
            <translation>Bereds</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>Kallat</translation>
        </message>
        <message>
            <source>Ongoing</source>
            <translation>Pågår</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Hållet</translation>
        </message>
        <message>
            <source>Minutes approved</source>
            <translation>Justerat</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Arkiverat</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Inställt</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Flyttat</translation>
        </message>
        <message>
            <source>From and to</source>
            <translation>Från och till</translation>
        </message>
        <message>
            <source>Start only</source>
            <translation>Bara start</translation>
        </message>
        <message>
            <source>Not printed</source>
            <translation>Skrivs inte ut</translation>
        </message>
        <message>
            <source>The time</source>
            <translation>Tiden</translation>
        </message>
        <message>
            <source>The place</source>
            <translation>Platsen</translation>
        </message>
        <message>
            <source>An item</source>
            <translation>Ett ärende</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Varning</translation>
        </message>
        <message>
            <source>Tip</source>
            <translation>Tips</translation>
        </message>
    </context>
</TS>
