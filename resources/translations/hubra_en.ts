<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>ChecksPanel</name>
        <message numerus="yes">
            <source>To look at: %n, of which {stops} stop the notice</source>
            <translation>
                <numerusform>To look at: %n, of which {stops} stop the notice</numerusform>
                <numerusform>To look at: %n, of which {stops} stop the notice</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To look at: %n</source>
            <translation>
                <numerusform>To look at: %n</numerusform>
                <numerusform>To look at: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeetingHead</name>
        <message numerus="yes">
            <source>%n min over time</source>
            <translation>
                <numerusform>%n min over time</numerusform>
                <numerusform>%n min over time</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeetingsModel</name>
        <message numerus="yes">
            <source>{year}, %n meeting(s)</source>
            <translation>
                <numerusform>{year}, %n meeting</numerusform>
                <numerusform>{year}, %n meetings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the notice was due %n day(s) ago</source>
            <translation>
                <numerusform>the notice was due %n day ago</numerusform>
                <numerusform>the notice was due %n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) to the notice</source>
            <translation>
                <numerusform>%n day to the notice</numerusform>
                <numerusform>%n days to the notice</numerusform>
            </translation>
        </message>
    </context>
</TS>
