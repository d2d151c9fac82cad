<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>AgreementsPanel</name>
        <message numerus="yes">
            <source>%n agreement(s)</source>
            <translation>
                <numerusform>%n agreement</numerusform>
                <numerusform>%n agreements</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AssociationPage</name>
        <message numerus="yes">
            <source>%n grant(s)</source>
            <translation>
                <numerusform>%n grant</numerusform>
                <numerusform>%n grants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BudgetSummary</name>
        <message numerus="yes">
            <source>%n row(s) booked in other years concern this one.</source>
            <translation>
                <numerusform>%n row booked in other years concern this one.</numerusform>
                <numerusform>%n rows booked in other years concern this one.</numerusform>
            </translation>
        </message>
    </context>
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
        <name>CouncilColumn</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message numerus="yes">
            <source>%n activities</source>
            <translation>
                <numerusform>%n activity</numerusform>
                <numerusform>%n activities</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GapsView</name>
        <message numerus="yes">
            <source>%n gap(s) still to be answered: write why, or let the paper tell of the gap. Until then the paper is printed as a DRAFT.</source>
            <translation>
                <numerusform>%n gap still to be answered: write why, or let the paper tell of the gap. Until then the paper is printed as a DRAFT.</numerusform>
                <numerusform>%n gaps still to be answered: write why, or let the paper tell of the gap. Until then the paper is printed as a DRAFT.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GrantsList</name>
        <message numerus="yes">
            <source>%n grant(s)</source>
            <translation>
                <numerusform>%n grant</numerusform>
                <numerusform>%n grants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IndicatorsPage</name>
        <message numerus="yes">
            <source>%n indicator(s)</source>
            <translation>
                <numerusform>%n indicator</numerusform>
                <numerusform>%n indicators</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a value</source>
            <translation>
                <numerusform>%n without a value</numerusform>
                <numerusform>%n without a value</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
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
        <name>MoneyRows</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
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
    <context>
        <name>PlanHead</name>
        <message numerus="yes">
            <source>%n gap(s)</source>
            <translation>
                <numerusform>%n gap</numerusform>
                <numerusform>%n gaps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SectionEditor</name>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TableActions</name>
        <message numerus="yes">
            <source>Imported. %n row(s) were left out.</source>
            <translation>
                <numerusform>Imported. %n row were left out.</numerusform>
                <numerusform>Imported. %n rows were left out.</numerusform>
            </translation>
        </message>
    </context>
</TS>
