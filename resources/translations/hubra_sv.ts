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
            <source>Export &amp;table…</source>
            <translation>Exportera ta&amp;bell…</translation>
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
            <source>Pla&amp;n</source>
            <translation>Ver&amp;ksamhet</translation>
        </message>
        <message>
            <source>&amp;Budget and grants</source>
            <translation>Budget och bidra&amp;g</translation>
        </message>
        <message>
            <source>&amp;Indicators</source>
            <translation>M&amp;ått</translation>
        </message>
        <message>
            <source>Next &amp;pane</source>
            <translation>&amp;Nästa del av fönstret</translation>
        </message>
        <message>
            <source>Ne&amp;xt part of the page</source>
            <translation>Nästa &amp;del av sidan</translation>
        </message>
        <message>
            <source>Pre&amp;vious part of the page</source>
            <translation>Föregående de&amp;l av sidan</translation>
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
        <message>
            <source>New indicator</source>
            <translation>Nytt mått</translation>
        </message>
        <message>
            <source>Move the indicator up</source>
            <translation>Flytta måttet upp</translation>
        </message>
        <message>
            <source>Move the indicator down</source>
            <translation>Flytta måttet ner</translation>
        </message>
        <message>
            <source>Remove the year's values</source>
            <translation>Ta bort årets värden</translation>
        </message>
        <message>
            <source>Remove the indicator</source>
            <translation>Ta bort måttet</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Kopiera tabellen</translation>
        </message>
        <message>
            <source>Book a row…</source>
            <translation>Bokför en rad…</translation>
        </message>
        <message>
            <source>Book a repayment…</source>
            <translation>Bokför en återbetalning…</translation>
        </message>
        <message>
            <source>Correct the row…</source>
            <translation>Rätta raden…</translation>
        </message>
        <message>
            <source>New grant…</source>
            <translation>Nytt bidrag…</translation>
        </message>
        <message>
            <source>New budget post</source>
            <translation>Ny budgetpost</translation>
        </message>
        <message>
            <source>New post under this one</source>
            <translation>Ny post under den här</translation>
        </message>
        <message>
            <source>Decide the budget…</source>
            <translation>Besluta budgeten…</translation>
        </message>
        <message>
            <source>Transfer between posts…</source>
            <translation>Omföring mellan poster…</translation>
        </message>
        <message>
            <source>New budget year…</source>
            <translation>Nytt budgetår…</translation>
        </message>
        <message>
            <source>The year's own facts…</source>
            <translation>Årets egna uppgifter…</translation>
        </message>
        <message>
            <source>Close the year…</source>
            <translation>Stäng året…</translation>
        </message>
        <message>
            <source>New &amp;activity</source>
            <translation>Ny &amp;aktivitet</translation>
        </message>
        <message>
            <source>New &amp;letter</source>
            <translation>Nytt &amp;Trygghetsbrev</translation>
        </message>
        <message>
            <source>New a&amp;greement</source>
            <translation>Ny &amp;överenskommelse</translation>
        </message>
        <message>
            <source>New &amp;consultation</source>
            <translation>Ny &amp;remiss</translation>
        </message>
        <message>
            <source>The plan's own &amp;facts</source>
            <translation>Planens &amp;uppgifter</translation>
        </message>
        <message>
            <source>New a&amp;rea in the plan</source>
            <translation>Nytt &amp;område i planen</translation>
        </message>
        <message>
            <source>New &amp;plan</source>
            <translation>Ny &amp;plan</translation>
        </message>
        <message>
            <source>Copy the plan to the ne&amp;xt year</source>
            <translation>&amp;Kopiera planen till nästa år</translation>
        </message>
        <message>
            <source>New &amp;version of the plan</source>
            <translation>Ny &amp;version av planen</translation>
        </message>
        <message>
            <source>Remove the plan</source>
            <translation>Ta bort planen</translation>
        </message>
        <message>
            <source>The council and its municipa&amp;lity…</source>
            <translation>Rådet och &amp;kommunen…</translation>
        </message>
    </context>
    <context>
        <name>ActivitiesPanel</name>
        <message>
            <source>Activities</source>
            <translation>Aktiviteter</translation>
        </message>
        <message>
            <source>Copy the plan of {year}</source>
            <translation>Kopiera planen för {year}</translation>
        </message>
        <message>
            <source>No plan for {year}</source>
            <translation>Ingen verksamhetsplan för {year}</translation>
        </message>
        <message>
            <source>No action plan for {year}</source>
            <translation>Ingen åtgärdsplan för {year}</translation>
        </message>
        <message>
            <source>Here stands what the council plans for the year, area by area.</source>
            <translation>Här står det som rådet planerar för året, område för område.</translation>
        </message>
        <message>
            <source>The law asks for a situation report and an action plan, followed up at least every second year. They hold the same activities as the council's plan.</source>
            <translation>Lagen kräver en lägesbild och en åtgärdsplan som följs upp minst vartannat år. De har samma aktiviteter som rådets egen plan.</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivitet</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Område</translation>
        </message>
        <message>
            <source>The plan's own facts</source>
            <translation>Planens uppgifter</translation>
        </message>
    </context>
    <context>
        <name>ActivityColumns</name>
        <message>
            <source>Activity</source>
            <translation>Aktivitet</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Område</translation>
        </message>
        <message>
            <source>When</source>
            <translation>När</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ansvarig</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Deltagare</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
    </context>
    <context>
        <name>ActivityForm</name>
        <message>
            <source>Activity</source>
            <translation>Aktivitet</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Skäl</translation>
        </message>
        <message>
            <source>Write why; the reason goes into the report</source>
            <translation>Skriv varför. Skälet följer med till berättelsen.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>När</translation>
        </message>
        <message>
            <source>Such as juni, våren, varje vecka</source>
            <translation>juni, våren, varje vecka</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Från</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Till</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ansvarig</translation>
        </message>
        <message>
            <source>Together with</source>
            <translation>Tillsammans med</translation>
        </message>
        <message>
            <source>The council's part in it</source>
            <translation>Rådets roll</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>Genomfört</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Plats</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Antal</translation>
        </message>
        <message>
            <source>Times and places</source>
            <translation>Tillfällen och platser</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Lägg till</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Deltagare</translation>
        </message>
        <message>
            <source>Note on the number</source>
            <translation>Om antalet</translation>
        </message>
        <message>
            <source>Text for the annual report</source>
            <translation>Text till verksamhetsberättelsen</translation>
        </message>
        <message>
            <source>Secret: never printed</source>
            <translation>Sekretess: skrivs aldrig ut</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Uppföljning</translation>
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
        <name>AgreementForm</name>
        <message>
            <source>Agreement</source>
            <translation>Överenskommelse</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Från</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Till</translation>
        </message>
        <message>
            <source>Warn, months before</source>
            <translation>Varna, månader före</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>Parter</translation>
        </message>
        <message>
            <source>Add party</source>
            <translation>Lägg till part</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Vem</translation>
        </message>
        <message>
            <source>Purpose and areas</source>
            <translation>Syfte och områden</translation>
        </message>
        <message>
            <source>What each contributes</source>
            <translation>Vad var och en bidrar med</translation>
        </message>
        <message>
            <source>Money a year</source>
            <translation>Pengar per år</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Diarienummer</translation>
        </message>
        <message>
            <source>Note on the money</source>
            <translation>Om pengarna</translation>
        </message>
        <message>
            <source>Follow-up meetings</source>
            <translation>Uppföljningsmöten</translation>
        </message>
        <message>
            <source>Add meeting</source>
            <translation>Lägg till möte</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Hållet</translation>
        </message>
        <message>
            <source>New party</source>
            <translation>Ny part</translation>
        </message>
    </context>
    <context>
        <name>AgreementsPanel</name>
        <message>
            <source>Agreements</source>
            <translation>Överenskommelser</translation>
        </message>
        <message>
            <source>Here stand the agreements on cooperation and the partnerships (IOP): who with, for how long and for how much. You are told in good time before one ends.</source>
            <translation>Här står samverkansöverenskommelser och partnerskap (IOP): med vem, hur länge och för hur mycket. Du får veta det i god tid innan någon går ut.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>With</source>
            <translation>Med</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Från</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Till</translation>
        </message>
        <message numerus="yes">
            <source>%n agreement(s)</source>
            <translation>
                <numerusform>%n överenskommelse</numerusform>
                <numerusform>%n överenskommelser</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AreaChoice</name>
        <message>
            <source>Main area</source>
            <translation>Huvudområde</translation>
        </message>
        <message>
            <source>Serves also</source>
            <translation>Hör även till</translation>
        </message>
    </context>
    <context>
        <name>AreaForm</name>
        <message>
            <source>Area</source>
            <translation>Område</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>Problem in the situation report that it answers</source>
            <translation>Problem i lägesbilden som området svarar på</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Why there is no activity, or what else is to be said</source>
            <translation>Varför det saknas aktivitet, eller annat som ska sägas</translation>
        </message>
    </context>
    <context>
        <name>AssociationForm</name>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Organisation number</source>
            <translation>Organisationsnummer</translation>
        </message>
        <message>
            <source>Bank giro</source>
            <translation>Bankgiro</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontaktperson</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Remove the facts</source>
            <translation>Ta bort uppgifterna</translation>
        </message>
        <message>
            <source>The facts of {name} were removed.</source>
            <translation>Uppgifterna om {name} togs bort.</translation>
        </message>
    </context>
    <context>
        <name>AssociationPage</name>
        <message>
            <source>Association</source>
            <translation>Förening</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Tillbaka</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Att se på</translation>
        </message>
        <message>
            <source>{amount} is still to come back of what it was paid.</source>
            <translation>{amount} av det som betalats ut ska fortfarande tillbaka.</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>Totalt</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Beviljat</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Utbetalt</translation>
        </message>
        <message>
            <source>Repaid</source>
            <translation>Återbetalt</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Written off</source>
            <translation>Avskrivet</translation>
        </message>
        <message>
            <source>Still to come back</source>
            <translation>Ska ännu tillbaka</translation>
        </message>
        <message numerus="yes">
            <source>%n grant(s)</source>
            <translation>
                <numerusform>%n bidrag</numerusform>
                <numerusform>%n bidrag</numerusform>
            </translation>
        </message>
        <message>
            <source>{grants}, {reported} reported</source>
            <translation>{grants}, varav {reported} redovisade</translation>
        </message>
        <message>
            <source>Grants</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>New grant…</source>
            <translation>Nytt bidrag…</translation>
        </message>
        <message>
            <source>It has not been granted anything.</source>
            <translation>Föreningen har inte fått något bidrag.</translation>
        </message>
        <message>
            <source>granted {amount}</source>
            <translation>beviljat {amount}</translation>
        </message>
        <message>
            <source>repaid {amount}</source>
            <translation>återbetalt {amount}</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Uppgifter</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändra…</translation>
        </message>
        <message>
            <source>Organisation number, bank giro and contact are not noted yet.</source>
            <translation>Organisationsnummer, bankgiro och kontaktperson är inte antecknade än.</translation>
        </message>
        <message>
            <source>Organisation number</source>
            <translation>Organisationsnummer</translation>
        </message>
        <message>
            <source>Bank giro</source>
            <translation>Bankgiro</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontaktperson</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-post</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
    </context>
    <context>
        <name>BookForm</name>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Inget</translation>
        </message>
        <message>
            <source>Grant</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>To or from</source>
            <translation>Till eller från</translation>
        </message>
        <message>
            <source>Concerns the year (if another)</source>
            <translation>Gäller år (om ett annat)</translation>
        </message>
        <message>
            <source>Book a row</source>
            <translation>Bokför en rad</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>Bokför</translation>
        </message>
    </context>
    <context>
        <name>BudgetEditing</name>
        <message>
            <source>New post</source>
            <translation>Ny post</translation>
        </message>
        <message>
            <source>A post must have a name.</source>
            <translation>Posten måste ha ett namn.</translation>
        </message>
        <message>
            <source>Transfers have brought {amount} to the post; plan at least that.</source>
            <translation>Omföringar har lagt {amount} på posten. Planera minst så mycket.</translation>
        </message>
        <message>
            <source>The post {name} was removed.</source>
            <translation>Posten {name} togs bort.</translation>
        </message>
    </context>
    <context>
        <name>BudgetModel</name>
        <message>
            <source>Post</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Planerat</translation>
        </message>
        <message>
            <source>What the budget gives the post</source>
            <translation>Vad budgeten ger posten</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>Reserverat</translation>
        </message>
        <message>
            <source>Promised, but not paid yet</source>
            <translation>Utlovat, men inte utbetalt än</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Utbetalt</translation>
        </message>
        <message>
            <source>Grants and other payments made</source>
            <translation>Bidrag och andra utbetalningar</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>Kostnader</translation>
        </message>
        <message>
            <source>Costs booked on the post</source>
            <translation>Kostnader som bokförts på posten</translation>
        </message>
        <message>
            <source>Repaid</source>
            <translation>Återbetalt</translation>
        </message>
        <message>
            <source>Payments that have come back</source>
            <translation>Utbetalningar som kommit tillbaka</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>Intäkter</translation>
        </message>
        <message>
            <source>Other money that came in</source>
            <translation>Andra pengar som kommit in</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Paid and costs, less repaid and income</source>
            <translation>Utbetalt och kostnader, minus återbetalt och intäkter</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Kvar</translation>
        </message>
        <message>
            <source>Planned, less net and reserved</source>
            <translation>Planerat, minus netto och reserverat</translation>
        </message>
        <message>
            <source>Used of planned</source>
            <translation>Använt av planerat</translation>
        </message>
        <message>
            <source>Posts of other years</source>
            <translation>Andra års poster</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>(utan namn)</translation>
        </message>
        <message>
            <source>The explanation is missing.</source>
            <translation>Förklaring saknas.</translation>
        </message>
        <message>
            <source>Nothing was planned for the post.</source>
            <translation>Inget var planerat för posten.</translation>
        </message>
        <message>
            <source>{share} % above the plan.</source>
            <translation>{share} % över det planerade.</translation>
        </message>
        <message>
            <source>{share} % below the plan.</source>
            <translation>{share} % under det planerade.</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>anges inte</translation>
        </message>
        <message>
            <source>{amount} example</source>
            <translation>{amount} exempel</translation>
        </message>
        <message>
            <source>{amount} over the plan</source>
            <translation>{amount} över det planerade</translation>
        </message>
        <message>
            <source>{amount} left of {planned}</source>
            <translation>{amount} kvar av {planned}</translation>
        </message>
        <message>
            <source>the plan is an example</source>
            <translation>det planerade är ett exempel</translation>
        </message>
    </context>
    <context>
        <name>BudgetPanel</name>
        <message>
            <source>{post} is now number {place}</source>
            <translation>{post} är nu nummer {place}</translation>
        </message>
        <message>
            <source>Show its rows in the ledger</source>
            <translation>Visa postens händelser</translation>
        </message>
    </context>
    <context>
        <name>BudgetSummary</name>
        <message>
            <source>Did the budget hold?</source>
            <translation>Höll budgeten?</translation>
        </message>
        <message>
            <source>Does the budget hold?</source>
            <translation>Håller budgeten?</translation>
        </message>
        <message>
            <source>The split between the posts is an example, not a decision.</source>
            <translation>Hur pengarna delas på posterna är ett exempel, inte ett beslut.</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) booked in other years concern this one.</source>
            <translation>
                <numerusform>%n rad bokförd ett annat år gäller det här året.</numerusform>
                <numerusform>%n rader bokförda andra år gäller det här året.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is planned yet.</source>
            <translation>Inget är planerat än.</translation>
        </message>
        <message>
            <source>No. It is over by {amount}.</source>
            <translation>Nej. Den är överskriden med {amount}.</translation>
        </message>
        <message>
            <source>Yes. {left} is left of {planned}.</source>
            <translation>Ja. {left} är kvar av {planned}.</translation>
        </message>
        <message>
            <source>{amount} planned</source>
            <translation>{amount} planerat</translation>
        </message>
        <message>
            <source>{amount} paid</source>
            <translation>{amount} utbetalt</translation>
        </message>
        <message>
            <source>{amount} costs</source>
            <translation>{amount} kostnader</translation>
        </message>
        <message>
            <source>{amount} repaid</source>
            <translation>{amount} återbetalt</translation>
        </message>
        <message>
            <source>{amount} income</source>
            <translation>{amount} intäkter</translation>
        </message>
        <message>
            <source>{amount} reserved</source>
            <translation>{amount} reserverat</translation>
        </message>
        <message>
            <source>= {amount} left</source>
            <translation>= {amount} kvar</translation>
        </message>
        <message>
            <source>No decision on the budget is noted.</source>
            <translation>Inget beslut om budgeten är antecknat.</translation>
        </message>
        <message>
            <source>Decided: {decision}.</source>
            <translation>Beslutad: {decision}.</translation>
        </message>
        <message>
            <source>No frame is stated.</source>
            <translation>Ingen ram är angiven.</translation>
        </message>
        <message>
            <source>The posts make the whole frame, {frame}.</source>
            <translation>Posterna blir tillsammans hela ramen, {frame}.</translation>
        </message>
        <message>
            <source>{amount} of the frame {frame} is not given to any post.</source>
            <translation>{amount} av ramen {frame} är inte fördelat på någon post.</translation>
        </message>
        <message>
            <source>The posts are {amount} above the frame {frame}.</source>
            <translation>Posterna är {amount} över ramen {frame}.</translation>
        </message>
    </context>
    <context>
        <name>BudgetView</name>
        <message>
            <source>Budget posts</source>
            <translation>Budgetposter</translation>
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
        <name>CloseYearForm</name>
        <message>
            <source>Closed on</source>
            <translation>Stängs den</translation>
        </message>
        <message>
            <source>After this nothing dated in {year} can be booked, decided or changed, and what has been done until now cannot be undone. What comes later is booked in its own year and says that it concerns {year}.</source>
            <translation>Efter det här kan inget som är daterat {year} bokföras, beslutas eller ändras, och det som gjorts fram till nu kan inte ångras. Det som kommer senare bokförs på sitt eget år, med en uppgift om att det gäller {year}.</translation>
        </message>
        <message>
            <source>Close the year {year}</source>
            <translation>Stäng året {year}</translation>
        </message>
        <message>
            <source>Close {year} for good</source>
            <translation>Stäng {year} för gott</translation>
        </message>
        <message>
            <source>These posts deviate and are not explained: {posts}.</source>
            <translation>De här posterna avviker och är inte förklarade: {posts}.</translation>
        </message>
        <message>
            <source>Write the day when the year is closed.</source>
            <translation>Skriv vilken dag året stängs.</translation>
        </message>
    </context>
    <context>
        <name>ConsultationForm</name>
        <message>
            <source>Consultation</source>
            <translation>Remiss</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>From whom</source>
            <translation>Avsändare</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>Deras diarienummer</translation>
        </message>
        <message>
            <source>Our number</source>
            <translation>Vårt diarienummer</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Inkom</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>Svar senast</translation>
        </message>
        <message>
            <source>Extended to</source>
            <translation>Förlängt till</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>Handläggare</translation>
        </message>
        <message>
            <source>Dealt with in the meeting</source>
            <translation>Behandlas på sammanträdet</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>Besvarad</translation>
        </message>
        <message>
            <source>The answer in short</source>
            <translation>Svaret i korthet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>Inget valt</translation>
        </message>
    </context>
    <context>
        <name>ConsultationsPanel</name>
        <message>
            <source>Consultations</source>
            <translation>Remisser</translation>
        </message>
        <message>
            <source>Here stand the consultations (remisser) that the council is asked to answer. You are told when an answer is due before the next meeting.</source>
            <translation>Här står de remisser som rådet ska svara på. Du får veta när ett svar ska vara inne före nästa sammanträde.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>From whom</source>
            <translation>Avsändare</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>Svar senast</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>{open} of {all} to be answered</source>
            <translation>{open} av {all} återstår att besvara</translation>
        </message>
    </context>
    <context>
        <name>CorrectForm</name>
        <message>
            <source>The row that is wrong</source>
            <translation>Raden som är fel</translation>
        </message>
        <message>
            <source>Correct row {number}</source>
            <translation>Rätta rad {number}</translation>
        </message>
        <message>
            <source>Book the correction</source>
            <translation>Bokför rättelsen</translation>
        </message>
        <message>
            <source>A row is never changed. The correction takes back the amount; book the right row after it.</source>
            <translation>En rad ändras aldrig. Rättelsen tar tillbaka beloppet. Bokför sedan den rätta raden.</translation>
        </message>
    </context>
    <context>
        <name>CouncilColumn</name>
        <message>
            <source>Due and late</source>
            <translation>Att göra och bevaka</translation>
        </message>
        <message>
            <source>Nothing is due.</source>
            <translation>Inget väntar.</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>Visa färre</translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Visa %n till</numerusform>
                <numerusform>Visa %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Plan {year}</source>
            <translation>Verksamhetsplan {year}</translation>
        </message>
        <message>
            <source>Budget {year}</source>
            <translation>Budget {year}</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Använt</translation>
        </message>
        <message>
            <source>Committed</source>
            <translation>Bundet</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Kvar</translation>
        </message>
        <message>
            <source>To the budget</source>
            <translation>Till budgeten</translation>
        </message>
    </context>
    <context>
        <name>DateEntry</name>
        <message>
            <source>7/3 2018</source>
            <translation>7/3 2018</translation>
        </message>
    </context>
    <context>
        <name>DecideBudgetForm</name>
        <message>
            <source>A new decision that changes the budget</source>
            <translation>Ett nytt beslut som ändrar budgeten</translation>
        </message>
        <message>
            <source>The decision on the budget as it stands</source>
            <translation>Beslutet om budgeten som den står</translation>
        </message>
        <message>
            <source>What was decided</source>
            <translation>Vad som beslutades</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>Beslutad den</translation>
        </message>
        <message>
            <source>Reference, such as KF 2016-12-12 § 5</source>
            <translation>Hänvisning, till exempel KF 2016-12-12 § 5</translation>
        </message>
        <message>
            <source>None of the council's meetings</source>
            <translation>Inget av rådets sammanträden</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Sammanträde</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Ram</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Decide the budget of {year}</source>
            <translation>Besluta budgeten för {year}</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <translation>Spara beslutet</translation>
        </message>
        <message>
            <source>A new version begins with what is planned that day. Then change the posts.</source>
            <translation>En ny version börjar med det som är planerat den dagen. Ändra sedan posterna.</translation>
        </message>
        <message>
            <source>Remove the version that holds now</source>
            <translation>Ta bort versionen som gäller nu</translation>
        </message>
    </context>
    <context>
        <name>DecideForm</name>
        <message>
            <source>What was decided</source>
            <translation>Vad som beslutades</translation>
        </message>
        <message>
            <source>Date (empty: not known)</source>
            <translation>Datum (tomt: okänt)</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Belopp</translation>
        </message>
        <message>
            <source>To be paid back by</source>
            <translation>Ska vara återbetalt senast</translation>
        </message>
        <message>
            <source>The formal decision</source>
            <translation>Formellt beslut</translation>
        </message>
        <message>
            <source>Taken by who may decide, and not the council's opinion alone.</source>
            <translation>Fattat av den som får besluta, inte bara rådets mening.</translation>
        </message>
        <message>
            <source>None of the council's meetings</source>
            <translation>Inget av rådets sammanträden</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Beslut</translation>
        </message>
        <message>
            <source>Change the decision</source>
            <translation>Ändra beslutet</translation>
        </message>
        <message>
            <source>Save the decision</source>
            <translation>Spara beslutet</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>Beslutat av</translation>
        </message>
        <message>
            <source>§</source>
            <translation>§</translation>
        </message>
        <message>
            <source>Reported to</source>
            <translation>Anmält till</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Sammanträde</translation>
        </message>
        <message>
            <source>Reference on the payment</source>
            <translation>Märkning på betalningen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Skäl</translation>
        </message>
        <message>
            <source>A raise is a decision of its own: write by how much, not what it becomes.</source>
            <translation>En höjning är ett eget beslut: skriv med hur mycket, inte vad det blir.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
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
            <source>Exports, notices and tables (*.json *.pdf *.csv *.xlsx)</source>
            <translation>Exporter, kallelser och tabeller (*.json *.pdf *.csv *.xlsx)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importera</translation>
        </message>
        <message>
            <source>Tables (*.xlsx *.csv)</source>
            <translation>Tabeller (*.xlsx *.csv)</translation>
        </message>
        <message>
            <source>Export table</source>
            <translation>Exportera tabell</translation>
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
        <name>FilterBar</name>
        <message>
            <source>Find an activity</source>
            <translation>Sök aktivitet</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Vem</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Område</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Visa alla</translation>
        </message>
        <message>
            <source>All people</source>
            <translation>Alla ansvariga</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Alla lägen</translation>
        </message>
        <message>
            <source>All areas</source>
            <translation>Alla områden</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} av {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n activities</source>
            <translation>
                <numerusform>%n aktivitet</numerusform>
                <numerusform>%n aktiviteter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingLines</name>
        <message>
            <source>Go to where it is mended</source>
            <translation>Gå dit det rättas</translation>
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
        <name>FormPanel</name>
        <message>
            <source>Close the form</source>
            <translation>Stäng formuläret</translation>
        </message>
        <message>
            <source>Close the form (Esc)</source>
            <translation>Stäng formuläret (Esc)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
    </context>
    <context>
        <name>GapCard</name>
        <message>
            <source>Answer</source>
            <translation>Svar</translation>
        </message>
        <message>
            <source>Write the answer to the gap</source>
            <translation>Skriv svaret på luckan</translation>
        </message>
        <message>
            <source>Let the paper tell of the gap</source>
            <translation>Låt handlingen berätta om luckan</translation>
        </message>
        <message>
            <source>Mend it</source>
            <translation>Rätta där det hör hemma</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Besvarad</translation>
        </message>
        <message>
            <source>The register says: {words}</source>
            <translation>Registret säger: {words}</translation>
        </message>
    </context>
    <context>
        <name>GapsView</name>
        <message>
            <source>Gaps</source>
            <translation>Luckor</translation>
        </message>
        <message numerus="yes">
            <source>%n gap(s) still to be answered: write why, or let the paper tell of the gap. Until then the paper is printed as a DRAFT.</source>
            <translation>
                <numerusform>%n lucka är inte besvarad: skriv varför, eller låt handlingen berätta om luckan. Till dess skrivs den ut som UTKAST.</numerusform>
                <numerusform>%n luckor är inte besvarade: skriv varför, eller låt handlingen berätta om luckan. Till dess skrivs den ut som UTKAST.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every gap is answered.</source>
            <translation>Alla luckor är besvarade.</translation>
        </message>
    </context>
    <context>
        <name>GrantForm</name>
        <message>
            <source>No post yet</source>
            <translation>Ingen post än</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Association</source>
            <translation>Förening</translation>
        </message>
        <message>
            <source>New grant</source>
            <translation>Nytt bidrag</translation>
        </message>
        <message>
            <source>Facts of the grant</source>
            <translation>Bidragets uppgifter</translation>
        </message>
        <message>
            <source>Add the grant</source>
            <translation>Lägg till bidraget</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>What is it for?</source>
            <translation>Vad gäller det?</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Year of the grant</source>
            <translation>Bidragets år</translation>
        </message>
        <message>
            <source>Applied on</source>
            <translation>Ansökt den</translation>
        </message>
        <message>
            <source>Applied for</source>
            <translation>Sökt belopp</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Diarienummer</translation>
        </message>
        <message>
            <source>Budget post</source>
            <translation>Budgetpost</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Ändamål</translation>
        </message>
        <message>
            <source>Project from</source>
            <translation>Projektet från</translation>
        </message>
        <message>
            <source>Project to</source>
            <translation>Projektet till</translation>
        </message>
        <message>
            <source>Report due</source>
            <translation>Redovisas senast</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Villkor</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontaktperson</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Överenskommelse</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Write the year of the grant.</source>
            <translation>Skriv bidragets år.</translation>
        </message>
    </context>
    <context>
        <name>GrantPage</name>
        <message>
            <source>Grant</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>All grants</source>
            <translation>Alla bidrag</translation>
        </message>
        <message>
            <source>(no title)</source>
            <translation>(utan rubrik)</translation>
        </message>
        <message>
            <source>Everything that {name} was ever granted</source>
            <translation>Allt som {name} har beviljats</translation>
        </message>
        <message>
            <source>Where it stands follows from decisions and ledger</source>
            <translation>Läget följer av beslut och händelser</translation>
        </message>
        <message>
            <source>The life of the grant</source>
            <translation>Bidragets gång</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Att se på</translation>
        </message>
        <message>
            <source>Decide…</source>
            <translation>Besluta…</translation>
        </message>
        <message>
            <source>Pay…</source>
            <translation>Betala ut…</translation>
        </message>
        <message>
            <source>Repayment…</source>
            <translation>Återbetalning…</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Redovisning…</translation>
        </message>
        <message>
            <source>Outcome…</source>
            <translation>Utfall…</translation>
        </message>
        <message>
            <source>Letter of decision…</source>
            <translation>Beslutsbrev…</translation>
        </message>
        <message>
            <source>Letter of reclaim…</source>
            <translation>Återkravsbrev…</translation>
        </message>
        <message>
            <source>Remove the grant</source>
            <translation>Ta bort bidraget</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Beslut</translation>
        </message>
        <message>
            <source>Nothing has been decided yet.</source>
            <translation>Inget är beslutat än.</translation>
        </message>
        <message>
            <source>Change the decision</source>
            <translation>Ändra beslutet</translation>
        </message>
        <message>
            <source>The money</source>
            <translation>Pengarna</translation>
        </message>
        <message>
            <source>No money has moved yet.</source>
            <translation>Inga pengar har flyttats än.</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>anges inte</translation>
        </message>
        <message>
            <source>Applied for</source>
            <translation>Sökt</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Beviljat</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Utbetalt</translation>
        </message>
        <message>
            <source>Repaid</source>
            <translation>Återbetalt</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Written off</source>
            <translation>Avskrivet</translation>
        </message>
        <message>
            <source>Still to come back</source>
            <translation>Ska ännu tillbaka</translation>
        </message>
        <message>
            <source>Payment plan</source>
            <translation>Utbetalningsplan</translation>
        </message>
        <message>
            <source>Plan a payment…</source>
            <translation>Planera en utbetalning…</translation>
        </message>
        <message>
            <source>No payments are planned.</source>
            <translation>Inga utbetalningar är planerade.</translation>
        </message>
        <message>
            <source>no day</source>
            <translation>ingen dag</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Uppgifter</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändra…</translation>
        </message>
        <message>
            <source>As the annual report may tell it</source>
            <translation>Så kan verksamhetsberättelsen säga</translation>
        </message>
        <message>
            <source>Belongs together with</source>
            <translation>Hör ihop med</translation>
        </message>
    </context>
    <context>
        <name>Grants</name>
        <message>
            <source>amount not stated</source>
            <translation>belopp anges inte</translation>
        </message>
        <message>
            <source>formal decision</source>
            <translation>formellt beslut</translation>
        </message>
        <message>
            <source>not a formal decision</source>
            <translation>inte formellt beslut</translation>
        </message>
        <message>
            <source>to be paid by {day}</source>
            <translation>ska betalas senast {day}</translation>
        </message>
        <message>
            <source>{name} is {here} of the council and {there} of the association: a conflict of interest. Who has one takes no part in the decision.</source>
            <translation>{name} är {here} i rådet och {there} i föreningen: jäv. Den som är jävig deltar inte i beslutet.</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Ändamål</translation>
        </message>
        <message>
            <source>Applied on</source>
            <translation>Ansökt den</translation>
        </message>
        <message>
            <source>Project period</source>
            <translation>Projekttid</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Villkor</translation>
        </message>
        <message>
            <source>Report due</source>
            <translation>Redovisas senast</translation>
        </message>
        <message>
            <source>Report received</source>
            <translation>Redovisat den</translation>
        </message>
        <message>
            <source>Assessment</source>
            <translation>Bedömning</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Utfall</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>Avslutat den</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontaktperson</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
    </context>
    <context>
        <name>GrantsList</name>
        <message>
            <source>Grants</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Year of the grants</source>
            <translation>Bidragens år</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Alla lägen</translation>
        </message>
        <message>
            <source>Search among the grants</source>
            <translation>Sök bland bidragen</translation>
        </message>
        <message>
            <source>All years</source>
            <translation>Alla år</translation>
        </message>
        <message>
            <source>{grants} · granted {granted} · paid {paid} · repaid {repaid} · net {net}</source>
            <translation>{grants} · beviljat {granted} · utbetalt {paid} · återbetalt {repaid} · netto {net}</translation>
        </message>
        <message numerus="yes">
            <source>%n grant(s)</source>
            <translation>
                <numerusform>%n bidrag</numerusform>
                <numerusform>%n bidrag</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GrantsPanel</name>
        <message>
            <source>No grants yet</source>
            <translation>Inga bidrag än</translation>
        </message>
        <message>
            <source>Here is who has applied, what was decided and paid, and what came of it.</source>
            <translation>Här står vem som har sökt, vad som beslutats och betalats ut, och vad det blev av det.</translation>
        </message>
        <message>
            <source>The grant {title} was removed.</source>
            <translation>Bidraget {title} togs bort.</translation>
        </message>
    </context>
    <context>
        <name>HeadForm</name>
        <message>
            <source>Facts of the paper</source>
            <translation>Uppgifter om handlingen</translation>
        </message>
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
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Diarienummer</translation>
        </message>
        <message>
            <source>Why the case number is another</source>
            <translation>Varför diarienumret är ett annat</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Förvaltning</translation>
        </message>
        <message>
            <source>Officer in charge</source>
            <translation>Handläggare</translation>
        </message>
        <message>
            <source>How to reach the officer</source>
            <translation>Så nås handläggaren</translation>
        </message>
        <message>
            <source>Dealt with at the meeting</source>
            <translation>Behandlas vid sammanträdet</translation>
        </message>
        <message>
            <source>Appendix to</source>
            <translation>Bilaga till</translation>
        </message>
        <message>
            <source>Appendix number</source>
            <translation>Bilaga nr</translation>
        </message>
        <message>
            <source>The decision is sent to</source>
            <translation>Beslutet delges</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Inget</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Ingenting</translation>
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
        <name>IndicatorDetails</name>
        <message>
            <source>The indicator</source>
            <translation>Måttet</translation>
        </message>
        <message>
            <source>There is no chart before there is a value. Write the first one below.</source>
            <translation>Diagrammet ritas när det finns ett värde. Skriv det första nedan.</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>Mått senaste</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Jämförs med</translation>
        </message>
        <message>
            <source>The latest two</source>
            <translation>De två senaste</translation>
        </message>
        <message>
            <source>What is said of the change</source>
            <translation>Om förändringen</translation>
        </message>
        <message>
            <source>Use the program's words</source>
            <translation>Använd programmets ord</translation>
        </message>
        <message>
            <source>About the indicator</source>
            <translation>Om måttet</translation>
        </message>
        <message>
            <source>What is measured</source>
            <translation>Vad som mäts</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhet</translation>
        </message>
        <message>
            <source>Direction wished for</source>
            <translation>Önskad riktning</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Delas upp på</translation>
        </message>
        <message>
            <source>The groups are shares in percent of the number</source>
            <translation>Grupperna är andelar i procent av antalet</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Källa</translation>
        </message>
        <message>
            <source>Measured every … years</source>
            <translation>Mäts vart … år</translation>
        </message>
        <message>
            <source>Focus area</source>
            <translation>Fokusområde</translation>
        </message>
        <message>
            <source>Followed from</source>
            <translation>Följs från år</translation>
        </message>
        <message>
            <source>Followed to</source>
            <translation>Följs till år</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Indicator without a name</source>
            <translation>Mått utan namn</translation>
        </message>
        <message>
            <source>Chart: {title}</source>
            <translation>Diagram: {title}</translation>
        </message>
        <message>
            <source>Your own words.</source>
            <translation>Dina egna ord.</translation>
        </message>
        <message>
            <source>The program's words from the figures. Write your own if you wish.</source>
            <translation>Programmets ord ur siffrorna. Skriv egna om du vill.</translation>
        </message>
        <message>
            <source>{figures} is not among the values. Have they changed since you wrote this?</source>
            <translation>{figures} finns inte bland värdena. Har de ändrats sedan du skrev?</translation>
        </message>
    </context>
    <context>
        <name>IndicatorValues</name>
        <message>
            <source>Evidence</source>
            <translation>Belägg</translation>
        </message>
        <message>
            <source>Note on the year</source>
            <translation>Anteckning om året</translation>
        </message>
        <message>
            <source>Not comparable with earlier years</source>
            <translation>Inte jämförbart med tidigare år</translation>
        </message>
        <message>
            <source>Values by year</source>
            <translation>Värden år för år</translation>
        </message>
        <message>
            <source>Type the year and then the value, or both at once: {example}</source>
            <translation>Skriv året och sedan värdet, eller båda på en gång: {example}</translation>
        </message>
        <message>
            <source>Type cell by cell, or a whole year at once: {example}</source>
            <translation>Skriv ruta för ruta, eller ett helt år på en gång: {example}</translation>
        </message>
        <message>
            <source>Choose a year in the table of values first.</source>
            <translation>Välj först ett år i tabellen med värden.</translation>
        </message>
        <message>
            <source>Emptied</source>
            <translation>Tömd</translation>
        </message>
        <message>
            <source>The year {year}</source>
            <translation>Året {year}</translation>
        </message>
    </context>
    <context>
        <name>IndicatorsDelegate</name>
        <message>
            <source>Indicator without a name</source>
            <translation>Mått utan namn</translation>
        </message>
    </context>
    <context>
        <name>IndicatorsModel</name>
        <message>
            <source>Indicator</source>
            <translation>Mått</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>Mått senaste</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Jämförs med</translation>
        </message>
        <message>
            <source>Over the years</source>
            <translation>År för år</translation>
        </message>
        <message>
            <source>Indicator without a name</source>
            <translation>Mått utan namn</translation>
        </message>
    </context>
    <context>
        <name>IndicatorsPage</name>
        <message>
            <source>Nothing is measured yet</source>
            <translation>Ingenting mäts än</translation>
        </message>
        <message>
            <source>Here stands what the council follows year by year: what is measured, the latest value and what it is compared with, as in the annual report.</source>
            <translation>Här står det som rådet följer år för år: vad som mäts, det senaste värdet och vad det jämförs med, som i verksamhetsberättelsen.</translation>
        </message>
        <message>
            <source>Indicators</source>
            <translation>Mått</translation>
        </message>
        <message numerus="yes">
            <source>%n indicator(s)</source>
            <translation>
                <numerusform>%n mått</numerusform>
                <numerusform>%n mått</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a value</source>
            <translation>
                <numerusform>%n utan värde</numerusform>
                <numerusform>%n utan värde</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n att se över</numerusform>
                <numerusform>%n att se över</numerusform>
            </translation>
        </message>
        <message>
            <source>Now row {place} of {rows}</source>
            <translation>Nu rad {place} av {rows}</translation>
        </message>
        <message>
            <source>The table is copied. Paste it where you want it.</source>
            <translation>Tabellen är kopierad. Klistra in den där du vill ha den.</translation>
        </message>
    </context>
    <context>
        <name>IndicatorsView</name>
        <message>
            <source>Indicators</source>
            <translation>Mått</translation>
        </message>
    </context>
    <context>
        <name>InstalmentForm</name>
        <message>
            <source>Planned payment</source>
            <translation>Planerad utbetalning</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>To be paid on</source>
            <translation>Betalas ut den</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Belopp</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>Väntar på</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <source>Write the amount.</source>
            <translation>Skriv beloppet.</translation>
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
        <name>LedgerForm</name>
        <message>
            <source>Date (empty: not known)</source>
            <translation>Datum (tomt: okänt)</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Belopp</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Verifikat</translation>
        </message>
        <message>
            <source>Write the amount.</source>
            <translation>Skriv beloppet.</translation>
        </message>
    </context>
    <context>
        <name>LedgerPanel</name>
        <message>
            <source>Rows of the ledger</source>
            <translation>Händelser</translation>
        </message>
        <message>
            <source>Search in the rows</source>
            <translation>Sök bland händelserna</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Book…</source>
            <translation>Bokför…</translation>
        </message>
        <message>
            <source>Repayment…</source>
            <translation>Återbetalning…</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alla slag</translation>
        </message>
        <message>
            <source>All posts</source>
            <translation>Alla poster</translation>
        </message>
    </context>
    <context>
        <name>LetterForm</name>
        <message>
            <source>Letter</source>
            <translation>Trygghetsbrev</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Topics and who writes them</source>
            <translation>Ämnen och vem som skriver</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Redaktör</translation>
        </message>
        <message>
            <source>Texts by</source>
            <translation>Manusstopp</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Mottagare</translation>
        </message>
        <message>
            <source>Add recipient</source>
            <translation>Lägg till mottagare</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Vem</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Hur</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>Skickat</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Exemplar</translation>
        </message>
        <message>
            <source>Address on the web</source>
            <translation>Adress på webben</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>The day it was sent</source>
            <translation>Dagen det skickades</translation>
        </message>
        <message>
            <source>Note as sent</source>
            <translation>Markera som skickat</translation>
        </message>
    </context>
    <context>
        <name>LettersPanel</name>
        <message>
            <source>Letters</source>
            <translation>Trygghetsbrev</translation>
        </message>
        <message>
            <source>Here stand the letters (Trygghetsbrev) of the year: what is in them, when they were sent and to whom. The annual report counts those that were sent.</source>
            <translation>Här står årets Trygghetsbrev: vad de handlar om, när de skickades och till vem. Verksamhetsberättelsen räknar dem som har skickats.</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Texts by</source>
            <translation>Manusstopp</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Skickat</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>{sent} of {all} sent</source>
            <translation>{sent} av {all} skickade</translation>
        </message>
    </context>
    <context>
        <name>Life</name>
        <message>
            <source>Applied for</source>
            <translation>Ansökt</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Beviljat</translation>
        </message>
        <message>
            <source>amount not stated</source>
            <translation>belopp anges inte</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Utbetalt</translation>
        </message>
        <message>
            <source>Partly paid</source>
            <translation>Delvis utbetalt</translation>
        </message>
        <message>
            <source>Repaid</source>
            <translation>Återbetalt</translation>
        </message>
        <message>
            <source>Reclaimed</source>
            <translation>Återkrävt</translation>
        </message>
        <message>
            <source>repaid without a reclaim</source>
            <translation>betalat tillbaka utan krav</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>Betalas tillbaka</translation>
        </message>
        <message>
            <source>{amount} still to come</source>
            <translation>{amount} återstår</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>Redovisat</translation>
        </message>
        <message>
            <source>due {day}</source>
            <translation>senast {day}</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Avslutat</translation>
        </message>
    </context>
    <context>
        <name>Links</name>
        <message>
            <source>Link to…</source>
            <translation>Koppla till…</translation>
        </message>
        <message>
            <source>Linked to</source>
            <translation>Kopplad till</translation>
        </message>
        <message>
            <source>What to link to</source>
            <translation>Vad som ska kopplas</translation>
        </message>
        <message>
            <source>Which one to link to</source>
            <translation>Vilken som ska kopplas</translation>
        </message>
        <message>
            <source>The document's name</source>
            <translation>Dokumentets namn</translation>
        </message>
        <message>
            <source>Address or case number</source>
            <translation>Adress eller diarienummer</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Koppla</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Sammanträde</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Beslut</translation>
        </message>
        <message>
            <source>Grant</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Överenskommelse</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Trygghetsbrev</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Remove the link {name}</source>
            <translation>Ta bort kopplingen {name}</translation>
        </message>
        <message>
            <source>Remove the link</source>
            <translation>Ta bort kopplingen</translation>
        </message>
        <message>
            <source>Change the document's name or address</source>
            <translation>Ändra dokumentets namn eller adress</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
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
            <source>&amp;Budget and grants</source>
            <translation>&amp;Budget och bidrag</translation>
        </message>
        <message>
            <source>&amp;Indicators</source>
            <translation>&amp;Mått</translation>
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
            <source>&amp;Plan</source>
            <translation>V&amp;erksamhet</translation>
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
        <name>MoneyHead</name>
        <message>
            <source>Budget and grants</source>
            <translation>Budget och bidrag</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>Budget</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>Händelser</translation>
        </message>
        <message>
            <source>Grants</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Part of the page</source>
            <translation>Sidans del</translation>
        </message>
        <message>
            <source>Closed {day}</source>
            <translation>Stängt {day}</translation>
        </message>
    </context>
    <context>
        <name>MoneyPage</name>
        <message>
            <source>No budget yet</source>
            <translation>Ingen budget än</translation>
        </message>
        <message>
            <source>Here is what the council may spend, what it has cost, and what is left.</source>
            <translation>Här står vad rådet får använda, vad det har kostat och vad som är kvar.</translation>
        </message>
        <message>
            <source>There is no budget to book on yet. Make the year first.</source>
            <translation>Det finns ingen budget att bokföra på än. Lägg upp året först.</translation>
        </message>
    </context>
    <context>
        <name>MoneyRows</name>
        <message>
            <source>day missing</source>
            <translation>dag saknas</translation>
        </message>
        <message>
            <source>{kind} of {number}</source>
            <translation>{kind} av {number}</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Amount, kr</source>
            <translation>Belopp, kr</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>To or from</source>
            <translation>Till eller från</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Grant</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Verifikat</translation>
        </message>
        <message>
            <source>Concerns</source>
            <translation>Gäller</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>anges inte</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>Association</source>
            <translation>Förening</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Beviljat</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Utbetalt</translation>
        </message>
        <message>
            <source>Repaid</source>
            <translation>Återbetalt</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Report due</source>
            <translation>Redovisas</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n rad</numerusform>
                <numerusform>%n rader</numerusform>
            </translation>
        </message>
        <message>
            <source>out {out} · in {back} · net {net}</source>
            <translation>ut {out} · in {back} · netto {net}</translation>
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
            <source>One register holds one council's meetings, plan and money, in one file.</source>
            <translation>Ett register rymmer ett råds sammanträden, plan och pengar, i en fil.</translation>
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
        <name>NewYearForm</name>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>The posts and plan of {year}</source>
            <translation>Poster och plan från {year}</translation>
        </message>
        <message>
            <source>The usual posts</source>
            <translation>De vanliga posterna</translation>
        </message>
        <message>
            <source>No posts</source>
            <translation>Inga poster</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Börja med</translation>
        </message>
        <message>
            <source>How the year counts</source>
            <translation>Så räknas året</translation>
        </message>
        <message>
            <source>Frame (empty: not stated)</source>
            <translation>Ram (tomt: anges inte)</translation>
        </message>
        <message>
            <source>New budget year</source>
            <translation>Nytt budgetår</translation>
        </message>
        <message>
            <source>Make the year</source>
            <translation>Lägg upp året</translation>
        </message>
        <message>
            <source>What is taken from another year is marked as an example until it is decided.</source>
            <translation>Det som tas från ett annat år är märkt som exempel tills det är beslutat.</translation>
        </message>
        <message>
            <source>Write the year, such as 2018.</source>
            <translation>Skriv året, till exempel 2018.</translation>
        </message>
    </context>
    <context>
        <name>Notes</name>
        <message>
            <source>New note</source>
            <translation>Ny anteckning</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Noted by</source>
            <translation>Antecknat av</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>Anteckna</translation>
        </message>
    </context>
    <context>
        <name>NumberEntry</name>
        <message>
            <source>Write a whole number, in figures.</source>
            <translation>Skriv ett helt tal, med siffror.</translation>
        </message>
    </context>
    <context>
        <name>OutcomeForm</name>
        <message>
            <source>What became of it</source>
            <translation>Vad det blev av det</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Utfall</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Varför</translation>
        </message>
        <message>
            <source>Ended on</source>
            <translation>Avslutat den</translation>
        </message>
        <message>
            <source>Write why it was not carried out as it was meant.</source>
            <translation>Skriv varför det inte genomfördes som det var tänkt.</translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message>
            <source>The paper's parts</source>
            <translation>Handlingens delar</translation>
        </message>
        <message>
            <source>Facts of the paper</source>
            <translation>Uppgifter</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>Luckor</translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n att se över</numerusform>
                <numerusform>%n att se över</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Welcome to Hubra</source>
            <translation>Välkommen till Hubra</translation>
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
            <source>A register holds one council's meetings, plan and money. Make one, open one that you already have, or try with the practice register first.</source>
            <translation>Ett register rymmer ett råds sammanträden, plan och pengar. Skapa ett, öppna ett som du redan har, eller prova först med övningsregistret.</translation>
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
        <name>PaperOut</name>
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
        <name>PaperPane</name>
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
        <name>PartList</name>
        <message>
            <source>Remove line {place}</source>
            <translation>Ta bort rad {place}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Ta bort</translation>
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
        <name>PlanActions</name>
        <message>
            <source>The plan of {year} was copied.</source>
            <translation>Planen för {year} kopierades.</translation>
        </message>
        <message>
            <source>This is now version {number}; the former one is kept.</source>
            <translation>Nu är det här version {number}. Den förra finns kvar.</translation>
        </message>
        <message>
            <source>A row without a title</source>
            <translation>En rad utan rubrik</translation>
        </message>
        <message>
            <source>“{title}” was removed.</source>
            <translation>”{title}” togs bort.</translation>
        </message>
        <message>
            <source>The plan of {year} was removed; its activities are kept.</source>
            <translation>Planen för {year} togs bort. Aktiviteterna finns kvar.</translation>
        </message>
    </context>
    <context>
        <name>PlanAreas</name>
        <message>
            <source>Without an area</source>
            <translation>Utan område</translation>
        </message>
        <message>
            <source>(no title)</source>
            <translation>(utan rubrik)</translation>
        </message>
        <message>
            <source>Area and activity</source>
            <translation>Område och aktivitet</translation>
        </message>
        <message>
            <source>When</source>
            <translation>När</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Vem</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Läge</translation>
        </message>
    </context>
    <context>
        <name>PlanAreasView</name>
        <message>
            <source>Areas of the plan with their activities</source>
            <translation>Planens områden med deras aktiviteter</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>The plan's own facts</source>
            <translation>Planens uppgifter</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>Adopted in the meeting</source>
            <translation>Antagen på sammanträdet</translation>
        </message>
        <message>
            <source>Adopted on</source>
            <translation>Antagen</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Diarienummer</translation>
        </message>
        <message>
            <source>Situation report (lägesbild)</source>
            <translation>Lägesbild</translation>
        </message>
        <message>
            <source>Situation report of</source>
            <translation>Lägesbildens datum</translation>
        </message>
        <message>
            <source>Followed up on</source>
            <translation>Följdes upp</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>This is version {number}.</source>
            <translation>Det här är version {number}.</translation>
        </message>
        <message>
            <source>It has not been adopted yet.</source>
            <translation>Den är inte antagen än.</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>Inget valt</translation>
        </message>
    </context>
    <context>
        <name>PlanHead</name>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>Which plan</source>
            <translation>Vilken plan</translation>
        </message>
        <message>
            <source>The council's plan</source>
            <translation>Rådets plan</translation>
        </message>
        <message>
            <source>Situation report and action plan</source>
            <translation>Lägesbild och åtgärdsplan</translation>
        </message>
        <message numerus="yes">
            <source>%n gap(s)</source>
            <translation>
                <numerusform>%n lucka</numerusform>
                <numerusform>%n luckor</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {all} carried out</source>
            <translation>{done} av {all} genomförda</translation>
        </message>
        <message>
            <source>Adopted {day}</source>
            <translation>Antagen {day}</translation>
        </message>
        <message>
            <source>Not adopted yet</source>
            <translation>Inte antagen än</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>Version {number}</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Parts of the page</source>
            <translation>Sidans delar</translation>
        </message>
        <message>
            <source>By area</source>
            <translation>Områden</translation>
        </message>
        <message>
            <source>As a list</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>The year</source>
            <translation>Årshjul</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Trygghetsbrev</translation>
        </message>
        <message>
            <source>Agreements</source>
            <translation>Överenskommelser</translation>
        </message>
        <message>
            <source>Consultations</source>
            <translation>Remisser</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Handlingar</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Verksamhet</translation>
        </message>
    </context>
    <context>
        <name>PostDetails</name>
        <message>
            <source>Kind of post</source>
            <translation>Postens slag</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kod</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>Why the post deviates</source>
            <translation>Varför posten avviker</translation>
        </message>
        <message>
            <source>The amount is an example, not a decision</source>
            <translation>Beloppet är ett exempel, inte beslutat</translation>
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
        <name>RecentRegisters</name>
        <message>
            <source>None yet</source>
            <translation>Inga än</translation>
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
        <name>RegisterPanel</name>
        <message>
            <source>“{title}” was removed.</source>
            <translation>”{title}” togs bort.</translation>
        </message>
        <message>
            <source>(no title)</source>
            <translation>(utan rubrik)</translation>
        </message>
    </context>
    <context>
        <name>RepayForm</name>
        <message>
            <source>The payment that comes back</source>
            <translation>Utbetalningen som kommer tillbaka</translation>
        </message>
        <message>
            <source>Book a repayment</source>
            <translation>Bokför en återbetalning</translation>
        </message>
        <message>
            <source>Book the repayment</source>
            <translation>Bokför återbetalningen</translation>
        </message>
        <message>
            <source>No payment has anything left that can come back.</source>
            <translation>Ingen utbetalning har något kvar som kan komma tillbaka.</translation>
        </message>
        <message>
            <source>{amount} of it has not come back.</source>
            <translation>{amount} av den har inte kommit tillbaka.</translation>
        </message>
    </context>
    <context>
        <name>ReportForm</name>
        <message>
            <source>The report</source>
            <translation>Redovisningen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Senast den</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Kom in den</translation>
        </message>
        <message>
            <source>Assessment</source>
            <translation>Bedömning</translation>
        </message>
        <message>
            <source>What the assessment says</source>
            <translation>Vad bedömningen säger</translation>
        </message>
        <message>
            <source>Write when the report came before it is assessed.</source>
            <translation>Skriv när redovisningen kom in innan den bedöms.</translation>
        </message>
    </context>
    <context>
        <name>ReportPane</name>
        <message>
            <source>Page as text</source>
            <translation>Sidan som text</translation>
        </message>
        <message>
            <source>Smaller page</source>
            <translation>Mindre sida</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>Anpassa till bredden</translation>
        </message>
        <message>
            <source>Larger page</source>
            <translation>Större sida</translation>
        </message>
    </context>
    <context>
        <name>ReportsPanel</name>
        <message>
            <source>No papers for this year yet</source>
            <translation>Inga handlingar för året än</translation>
        </message>
        <message>
            <source>The annual report, the plan and the statement are written here. The program proposes each from what the register knows of the year.</source>
            <translation>Här skrivs verksamhetsberättelsen, verksamhetsplanen och tjänsteutlåtandet. Programmet föreslår var och en av dem ur det som registret vet om året.</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Handling</translation>
        </message>
        <message>
            <source>New paper</source>
            <translation>Ny handling</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mer</translation>
        </message>
        <message>
            <source>Begin the annual report</source>
            <translation>Börja på verksamhetsberättelsen</translation>
        </message>
        <message>
            <source>Add a section below</source>
            <translation>Lägg till ett avsnitt under</translation>
        </message>
        <message>
            <source>Move the section up</source>
            <translation>Flytta avsnittet uppåt</translation>
        </message>
        <message>
            <source>Move the section down</source>
            <translation>Flytta avsnittet nedåt</translation>
        </message>
        <message>
            <source>Remove the section</source>
            <translation>Ta bort avsnittet</translation>
        </message>
        <message>
            <source>Remove the paper</source>
            <translation>Ta bort handlingen</translation>
        </message>
        <message>
            <source>New section</source>
            <translation>Nytt avsnitt</translation>
        </message>
        <message>
            <source>The section was removed.</source>
            <translation>Avsnittet togs bort.</translation>
        </message>
        <message>
            <source>{paper} was removed.</source>
            <translation>{paper} togs bort.</translation>
        </message>
    </context>
    <context>
        <name>RichEditor</name>
        <message>
            <source>Show in the register</source>
            <translation>Visa i registret</translation>
        </message>
    </context>
    <context>
        <name>RichToolbar</name>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>Subheading</source>
            <translation>Underrubrik</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Citat</translation>
        </message>
        <message>
            <source>Sort of paragraph</source>
            <translation>Slag av stycke</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>Fet</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>Kursiv</translation>
        </message>
        <message>
            <source>List with dots</source>
            <translation>Punktlista</translation>
        </message>
        <message>
            <source>Numbered list</source>
            <translation>Numrerad lista</translation>
        </message>
    </context>
    <context>
        <name>RowPanel</name>
        <message>
            <source>Row {number}</source>
            <translation>Rad {number}</translation>
        </message>
        <message>
            <source>Correct the row…</source>
            <translation>Rätta raden…</translation>
        </message>
        <message>
            <source>Open the grant</source>
            <translation>Öppna bidraget</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Belopp</translation>
        </message>
        <message>
            <source>Left after corrections</source>
            <translation>Kvar efter rättelser</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>To or from</source>
            <translation>Till eller från</translation>
        </message>
        <message>
            <source>Grant</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Verifikat</translation>
        </message>
        <message>
            <source>Concerns the year</source>
            <translation>Gäller år</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
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
        <name>SectionEditor</name>
        <message>
            <source>Heading</source>
            <translation>Rubrik</translation>
        </message>
        <message>
            <source>The section's text</source>
            <translation>Avsnittets text</translation>
        </message>
        <message>
            <source>Insert a fact</source>
            <translation>Infoga en uppgift ur registret</translation>
        </message>
        <message>
            <source>Propose the section anew</source>
            <translation>Föreslå avsnittet på nytt</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… och %n till</numerusform>
                <numerusform>… och %n till</numerusform>
            </translation>
        </message>
        <message>
            <source>Write {words}</source>
            <translation>Skriv {words}</translation>
        </message>
        <message>
            <source>Tie to {fact}</source>
            <translation>Knyt till {fact}</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Close the panel</source>
            <translation>Stäng panelen</translation>
        </message>
        <message>
            <source>Close the panel (Esc)</source>
            <translation>Stäng panelen (Esc)</translation>
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
            <source>added {thing}</source>
            <translation>ny {thing}|nytt {thing}|nya {thing}</translation>
        </message>
        <message>
            <source>booked {thing}</source>
            <translation>bokförd {thing}|bokfört {thing}|bokförda {thing}</translation>
        </message>
        <message>
            <source>changed {thing}</source>
            <translation>ändrad {thing}|ändrat {thing}|ändrade {thing}</translation>
        </message>
        <message>
            <source>copied {thing}</source>
            <translation>kopierad {thing}|kopierat {thing}|kopierade {thing}</translation>
        </message>
        <message>
            <source>moved {thing}</source>
            <translation>flyttad {thing}|flyttat {thing}|flyttade {thing}</translation>
        </message>
        <message>
            <source>removed {thing}</source>
            <translation>borttagen {thing}|borttaget {thing}|borttagna {thing}</translation>
        </message>
        <message>
            <source>organisation</source>
            <translation>en organisation</translation>
        </message>
        <message>
            <source>mandate</source>
            <translation>ett uppdrag</translation>
        </message>
        <message>
            <source>matter</source>
            <translation>ett ärende</translation>
        </message>
        <message>
            <source>person</source>
            <translation>en person</translation>
        </message>
        <message>
            <source>house style</source>
            <translation>en husstil</translation>
        </message>
        <message>
            <source>register facts</source>
            <translation>registeruppgifter</translation>
        </message>
        <message>
            <source>other case number</source>
            <translation>ett annat diarienummer</translation>
        </message>
        <message>
            <source>row</source>
            <translation>en rad</translation>
        </message>
        <message>
            <source>footnote</source>
            <translation>en fotnot</translation>
        </message>
        <message>
            <source>meeting</source>
            <translation>ett sammanträde</translation>
        </message>
        <message>
            <source>pre-meeting</source>
            <translation>ett förmöte</translation>
        </message>
        <message>
            <source>signature</source>
            <translation>en underskrift</translation>
        </message>
        <message>
            <source>activity</source>
            <translation>en aktivitet</translation>
        </message>
        <message>
            <source>link</source>
            <translation>en koppling</translation>
        </message>
        <message>
            <source>agreement</source>
            <translation>en överenskommelse</translation>
        </message>
        <message>
            <source>follow-up meeting</source>
            <translation>ett uppföljningsmöte</translation>
        </message>
        <message>
            <source>party</source>
            <translation>en part</translation>
        </message>
        <message>
            <source>consultation</source>
            <translation>en remiss</translation>
        </message>
        <message>
            <source>area</source>
            <translation>ett område</translation>
        </message>
        <message>
            <source>follow-up note</source>
            <translation>en uppföljning</translation>
        </message>
        <message>
            <source>letter</source>
            <translation>ett Trygghetsbrev</translation>
        </message>
        <message>
            <source>recipient</source>
            <translation>en mottagare</translation>
        </message>
        <message>
            <source>occasion</source>
            <translation>ett tillfälle</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>en plan</translation>
        </message>
        <message>
            <source>report</source>
            <translation>en handling</translation>
        </message>
        <message>
            <source>section</source>
            <translation>ett avsnitt</translation>
        </message>
        <message>
            <source>facts of an association</source>
            <translation>uppgifter om en förening</translation>
        </message>
        <message>
            <source>budget post</source>
            <translation>en budgetpost</translation>
        </message>
        <message>
            <source>grant</source>
            <translation>ett bidrag</translation>
        </message>
        <message>
            <source>planned payment</source>
            <translation>en planerad utbetalning</translation>
        </message>
        <message>
            <source>correction</source>
            <translation>en rättelse</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>en kostnad</translation>
        </message>
        <message>
            <source>income</source>
            <translation>en intäkt</translation>
        </message>
        <message>
            <source>payment</source>
            <translation>en utbetalning</translation>
        </message>
        <message>
            <source>repayment</source>
            <translation>en återbetalning</translation>
        </message>
        <message>
            <source>reservation</source>
            <translation>en reservation</translation>
        </message>
        <message>
            <source>transfer</source>
            <translation>en omföring</translation>
        </message>
        <message>
            <source>planned amount</source>
            <translation>ett planerat belopp</translation>
        </message>
        <message>
            <source>decision on the budget</source>
            <translation>ett beslut om budgeten</translation>
        </message>
        <message>
            <source>budget year</source>
            <translation>ett budgetår</translation>
        </message>
        <message>
            <source>decision</source>
            <translation>ett beslut</translation>
        </message>
        <message>
            <source>indicator</source>
            <translation>ett mått</translation>
        </message>
        <message>
            <source>text on the change</source>
            <translation>en text om förändringen</translation>
        </message>
        <message>
            <source>value</source>
            <translation>ett värde</translation>
        </message>
        <message>
            <source>name</source>
            <translation>ett namn</translation>
        </message>
        <message>
            <source>note</source>
            <translation>en anteckning</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>ett slag</translation>
        </message>
        <message>
            <source>state</source>
            <translation>ett läge</translation>
        </message>
        <message>
            <source>text</source>
            <translation>en text</translation>
        </message>
        <message>
            <source>heading</source>
            <translation>en rubrik</translation>
        </message>
        <message>
            <source>date</source>
            <translation>ett datum</translation>
        </message>
        <message>
            <source>place</source>
            <translation>en plats</translation>
        </message>
        <message>
            <source>case number</source>
            <translation>ett diarienummer</translation>
        </message>
        <message>
            <source>chair</source>
            <translation>en ordförande</translation>
        </message>
        <message>
            <source>closed doors</source>
            <translation>stängda dörrar</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>en tid</translation>
        </message>
        <message>
            <source>planned end</source>
            <translation>en sluttid</translation>
        </message>
        <message>
            <source>group</source>
            <translation>en grupp</translation>
        </message>
        <message>
            <source>inner note</source>
            <translation>en inre anteckning</translation>
        </message>
        <message>
            <source>level</source>
            <translation>en nivå</translation>
        </message>
        <message>
            <source>date of the notice</source>
            <translation>ett datum för kallelsen</translation>
        </message>
        <message>
            <source>place of the notice</source>
            <translation>en ort för kallelsen</translation>
        </message>
        <message>
            <source>number</source>
            <translation>ett nummer</translation>
        </message>
        <message>
            <source>parallel row</source>
            <translation>en parallell rad</translation>
        </message>
        <message>
            <source>held time</source>
            <translation>en fast tid</translation>
        </message>
        <message>
            <source>changed presenters</source>
            <translation>ändrade föredragande</translation>
        </message>
        <message>
            <source>printed time</source>
            <translation>en utskriven tid</translation>
        </message>
        <message>
            <source>public title</source>
            <translation>en offentlig rubrik</translation>
        </message>
        <message>
            <source>role</source>
            <translation>en roll</translation>
        </message>
        <message>
            <source>secretary</source>
            <translation>en sekreterare</translation>
        </message>
        <message>
            <source>start</source>
            <translation>en starttid</translation>
        </message>
        <message>
            <source>withdrawn row</source>
            <translation>en utgången rad</translation>
        </message>
        <message>
            <source>place of the footnote</source>
            <translation>en plats för fotnoten</translation>
        </message>
        <message>
            <source>address</source>
            <translation>en adress</translation>
        </message>
        <message>
            <source>amount</source>
            <translation>ett belopp</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>ett svar</translation>
        </message>
        <message>
            <source>day of the answer</source>
            <translation>en dag för svaret</translation>
        </message>
        <message>
            <source>comment</source>
            <translation>en kommentar</translation>
        </message>
        <message>
            <source>contributions</source>
            <translation>insatser</translation>
        </message>
        <message>
            <source>copies</source>
            <translation>ett antal exemplar</translation>
        </message>
        <message>
            <source>role of the council</source>
            <translation>en roll för rådet</translation>
        </message>
        <message>
            <source>deadline</source>
            <translation>ett manusstopp</translation>
        </message>
        <message>
            <source>day of the decision</source>
            <translation>en beslutsdag</translation>
        </message>
        <message>
            <source>day for the answer</source>
            <translation>en svarsdag</translation>
        </message>
        <message>
            <source>editor</source>
            <translation>en redaktör</translation>
        </message>
        <message>
            <source>end</source>
            <translation>ett slut</translation>
        </message>
        <message>
            <source>exactness</source>
            <translation>en exakthet</translation>
        </message>
        <message>
            <source>extended day</source>
            <translation>en förlängd svarsdag</translation>
        </message>
        <message>
            <source>day of follow-up</source>
            <translation>en uppföljningsdag</translation>
        </message>
        <message>
            <source>goal</source>
            <translation>ett mål</translation>
        </message>
        <message>
            <source>handler</source>
            <translation>en handläggare</translation>
        </message>
        <message>
            <source>held meeting</source>
            <translation>ett hållet möte</translation>
        </message>
        <message>
            <source>note on the money</source>
            <translation>en anteckning om pengarna</translation>
        </message>
        <message>
            <source>participants</source>
            <translation>deltagare</translation>
        </message>
        <message>
            <source>note on participants</source>
            <translation>en anteckning om deltagare</translation>
        </message>
        <message>
            <source>partners</source>
            <translation>samarbetsparter</translation>
        </message>
        <message>
            <source>period</source>
            <translation>en period</translation>
        </message>
        <message>
            <source>problem</source>
            <translation>ett problem</translation>
        </message>
        <message>
            <source>purpose</source>
            <translation>ett syfte</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>ett skäl</translation>
        </message>
        <message>
            <source>day of arrival</source>
            <translation>en ankomstdag</translation>
        </message>
        <message>
            <source>text for the report</source>
            <translation>en text till berättelsen</translation>
        </message>
        <message>
            <source>responsible</source>
            <translation>en ansvarig</translation>
        </message>
        <message>
            <source>sender</source>
            <translation>en avsändare</translation>
        </message>
        <message>
            <source>day of sending</source>
            <translation>en dag för utskick</translation>
        </message>
        <message>
            <source>situation report</source>
            <translation>en lägesbild</translation>
        </message>
        <message>
            <source>date of the situation report</source>
            <translation>ett datum för lägesbilden</translation>
        </message>
        <message>
            <source>beginning</source>
            <translation>en början</translation>
        </message>
        <message>
            <source>the sender's number</source>
            <translation>ett avsändarens nummer</translation>
        </message>
        <message>
            <source>topics</source>
            <translation>ämnen</translation>
        </message>
        <message>
            <source>version</source>
            <translation>en version</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>en varning</translation>
        </message>
        <message>
            <source>way of sending</source>
            <translation>ett sätt att skicka</translation>
        </message>
        <message>
            <source>year</source>
            <translation>ett år</translation>
        </message>
        <message>
            <source>first year</source>
            <translation>ett första år</translation>
        </message>
        <message>
            <source>last year</source>
            <translation>ett sista år</translation>
        </message>
        <message>
            <source>focus area</source>
            <translation>ett fokusområde</translation>
        </message>
        <message>
            <source>direction wished for</source>
            <translation>en önskad riktning</translation>
        </message>
        <message>
            <source>groups</source>
            <translation>grupper</translation>
        </message>
        <message>
            <source>interval</source>
            <translation>ett mellanrum mellan mätningar</translation>
        </message>
        <message>
            <source>shares</source>
            <translation>andelar</translation>
        </message>
        <message>
            <source>source</source>
            <translation>en källa</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>en enhet</translation>
        </message>
        <message>
            <source>import</source>
            <translation>import</translation>
        </message>
        <message>
            <source>new version of the plan</source>
            <translation>ny version av planen</translation>
        </message>
        <message>
            <source>changed areas of the activity</source>
            <translation>ändrade områden för aktiviteten</translation>
        </message>
        <message>
            <source>sent letter</source>
            <translation>skickat Trygghetsbrev</translation>
        </message>
        <message>
            <source>accepted figure</source>
            <translation>godtagen uppgift</translation>
        </message>
        <message>
            <source>answered gap</source>
            <translation>besvarad lucka</translation>
        </message>
        <message>
            <source>attached paper</source>
            <translation>bifogad handling</translation>
        </message>
        <message>
            <source>refreshed section</source>
            <translation>uppdaterat avsnitt</translation>
        </message>
        <message>
            <source>tied figure</source>
            <translation>knuten uppgift</translation>
        </message>
        <message>
            <source>decided budget</source>
            <translation>beslutad budget</translation>
        </message>
        <message>
            <source>new budget year</source>
            <translation>nytt budgetår</translation>
        </message>
        <message>
            <source>closed year</source>
            <translation>stängt år</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>beviljat bidrag</translation>
        </message>
        <message>
            <source>lowered grant</source>
            <translation>sänkt bidrag</translation>
        </message>
        <message>
            <source>raised grant</source>
            <translation>höjt bidrag</translation>
        </message>
        <message>
            <source>reclaimed grant</source>
            <translation>återkrävt bidrag</translation>
        </message>
        <message>
            <source>refused application</source>
            <translation>avslagen ansökan</translation>
        </message>
        <message>
            <source>the council's stance</source>
            <translation>rådets ställningstagande</translation>
        </message>
        <message>
            <source>withdrawn grant</source>
            <translation>återkallat bidrag</translation>
        </message>
        <message>
            <source>written-off claim</source>
            <translation>avskrivet krav</translation>
        </message>
        <message>
            <source>removed the year's values</source>
            <translation>borttagna värden för ett år</translation>
        </message>
    </context>
    <context>
        <name>SumRow</name>
        <message>
            <source>Sum: {amounts}</source>
            <translation>Summa: {amounts}</translation>
        </message>
        <message>
            <source>Sum, kr</source>
            <translation>Summa, kr</translation>
        </message>
    </context>
    <context>
        <name>TableActions</name>
        <message>
            <source>Imported.</source>
            <translation>Importen är klar.</translation>
        </message>
        <message numerus="yes">
            <source>Imported. %n row(s) were left out.</source>
            <translation>
                <numerusform>Importen är klar. %n rad lämnades utanför.</numerusform>
                <numerusform>Importen är klar. %n rader lämnades utanför.</numerusform>
            </translation>
        </message>
        <message>
            <source>Exported to {file}.</source>
            <translation>Exporterat till {file}.</translation>
        </message>
    </context>
    <context>
        <name>TableExportDialog</name>
        <message>
            <source>Export table</source>
            <translation>Exportera tabell</translation>
        </message>
        <message>
            <source>Choose place…</source>
            <translation>Välj plats…</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabell</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>Huvudbok</translation>
        </message>
        <message>
            <source>Grants</source>
            <translation>Bidrag</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Aktiviteter</translation>
        </message>
        <message>
            <source>Measurements</source>
            <translation>Mätningar</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>All years</source>
            <translation>Alla år</translation>
        </message>
        <message>
            <source>&amp;Table</source>
            <translation>&amp;Tabell</translation>
        </message>
        <message>
            <source>&amp;Year</source>
            <translation>&amp;År</translation>
        </message>
    </context>
    <context>
        <name>TableImportDialog</name>
        <message>
            <source>Import {file}</source>
            <translation>Importera {file}</translation>
        </message>
        <message>
            <source>Take in the good rows</source>
            <translation>Läs in de rader som går</translation>
        </message>
        <message>
            <source>The file is a table of</source>
            <translation>Filen är en tabell med</translation>
        </message>
        <message>
            <source>What the file brings</source>
            <translation>Vad filen innehåller</translation>
        </message>
        <message>
            <source>The file is a &amp;table of</source>
            <translation>Filen är en &amp;tabell med</translation>
        </message>
        <message>
            <source>ledger rows</source>
            <translation>rader i huvudboken</translation>
        </message>
        <message>
            <source>grants</source>
            <translation>bidrag</translation>
        </message>
        <message>
            <source>activities</source>
            <translation>aktiviteter</translation>
        </message>
        <message>
            <source>measurements</source>
            <translation>mätningar</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Inget</translation>
        </message>
    </context>
    <context>
        <name>TransferForm</name>
        <message>
            <source>From the post</source>
            <translation>Från posten</translation>
        </message>
        <message>
            <source>To the post</source>
            <translation>Till posten</translation>
        </message>
        <message>
            <source>Transfer between posts</source>
            <translation>Omföring mellan poster</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>För om</translation>
        </message>
        <message>
            <source>Moves what is planned: two rows in the ledger that sum to zero.</source>
            <translation>Flyttar det som är planerat: två rader i händelserna som tar ut varandra.</translation>
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
        <message>
            <source>chair</source>
            <translation>ordförande</translation>
        </message>
        <message>
            <source>vice chair</source>
            <translation>vice ordförande</translation>
        </message>
        <message>
            <source>member</source>
            <translation>ledamot</translation>
        </message>
        <message>
            <source>substitute</source>
            <translation>ersättare</translation>
        </message>
        <message>
            <source>co-opted member</source>
            <translation>adjungerad</translation>
        </message>
        <message>
            <source>presenter</source>
            <translation>föredragande</translation>
        </message>
        <message>
            <source>secretary</source>
            <translation>sekreterare</translation>
        </message>
        <message>
            <source>Has no name</source>
            <translation>Saknar namn</translation>
        </message>
        <message>
            <source>Called a share, but is a number</source>
            <translation>Kallas andel, men är ett antal</translation>
        </message>
        <message>
            <source>Called a number, but is a share</source>
            <translation>Kallas antal, men är en andel</translation>
        </message>
        <message>
            <source>Has no value</source>
            <translation>Värde saknas</translation>
        </message>
        <message>
            <source>Nothing to compare with yet</source>
            <translation>Inget att jämföra med än</translation>
        </message>
        <message>
            <source>A group has no value</source>
            <translation>En grupp saknar värde</translation>
        </message>
        <message>
            <source>The shares do not make 100 %</source>
            <translation>Andelarna blir inte 100 %</translation>
        </message>
        <message>
            <source>All does not agree with the groups</source>
            <translation>Alla stämmer inte med grupperna</translation>
        </message>
        <message>
            <source>The years are not comparable</source>
            <translation>Åren är inte jämförbara</translation>
        </message>
        <message>
            <source>The text names other figures</source>
            <translation>Texten nämner andra siffror</translation>
        </message>
    </context>
    <context>
        <name>YearFactsForm</name>
        <message>
            <source>How the year counts</source>
            <translation>Så räknas året</translation>
        </message>
        <message>
            <source>Explain deviations from, percent</source>
            <translation>Förklara avvikelser från, procent</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anteckning</translation>
        </message>
        <message>
            <source>The year {year}</source>
            <translation>Året {year}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>On the cash basis a row counts in the year when the money moved; on the accrual basis in the year it concerns.</source>
            <translation>Kontant: en rad räknas det år pengarna flyttades. Periodiserat: det år den gäller.</translation>
        </message>
        <message>
            <source>Remove the budget year</source>
            <translation>Ta bort budgetåret</translation>
        </message>
        <message>
            <source>The budget of {year} was removed.</source>
            <translation>Budgeten för {year} togs bort.</translation>
        </message>
    </context>
    <context>
        <name>YearView</name>
        <message>
            <source>The year as a wheel</source>
            <translation>Året som årshjul</translation>
        </message>
        <message>
            <source>The year {year} as a wheel</source>
            <translation>Årshjul {year}</translation>
        </message>
        <message>
            <source>Year wheel {year}.pdf</source>
            <translation>Årshjul {year}.pdf</translation>
        </message>
    </context>
    <context>
        <name>YearsDelegate</name>
        <message>
            <source>New year…</source>
            <translation>Nytt år…</translation>
        </message>
    </context>
    <context>
        <name>YearsModel</name>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Värde</translation>
        </message>
        <message>
            <source>New year, {column}</source>
            <translation>Nytt år, {column}</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>tomt</translation>
        </message>
        <message>
            <source>not comparable with earlier years</source>
            <translation>inte jämförbart med tidigare år</translation>
        </message>
    </context>
    <context>
        <name>YearsView</name>
        <message>
            <source>Values by year</source>
            <translation>Värden år för år</translation>
        </message>
    </context>
    <context>
        <name>_Maker</name>
        <message>
            <source>The paper could not be made just now.</source>
            <translation>Handlingen kunde inte göras just nu.</translation>
        </message>
    </context>
    <context>
        <name>RegisterFactsDialog</name>
        <message>
            <source>The council and its municipality</source>
            <translation>Rådet och kommunen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <source>The name changes in the council's meetings and papers too.</source>
            <translation>Namnet ändras också på rådets sammanträden och handlingar.</translation>
        </message>
    </context>
</TS>
