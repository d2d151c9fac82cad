"""How what is done to the bodies' rules and the mailing lists is drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.model.records.rulebook import BodyRules, RulesCommittee, RulesSeat
from hubra_desktop.work.commands.mandates import SucceedMandate
from hubra_desktop.work.commands.rulebook import NewRules
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.paper_makers import Maker

PEOPLE: Mapping[str, Maker] = {
    "AddListMember": lambda d: Add(
        ListMember, d.values("list_member", "name"), d.id("mailing_list"), d.place()
    ),
    "AddMailingList": lambda d: Add(MailingList, d.values("mailing_list", "name")),
    "AddRulesCommittee": lambda d: Add(
        RulesCommittee, d.values("rules_committee", "body_id"), d.id("body_rules"), d.place()
    ),
    "AddRulesSeat": lambda d: Add(
        RulesSeat, d.values("rules_seat", "name"), d.id("body_rules"), d.place()
    ),
    "ChangeBodyRules": lambda d: Change(
        BodyRules, d.id("body_rules"), d.values("body_rules"), d.visit()
    ),
    "ChangeListMember": lambda d: Change(
        ListMember, d.id("list_member"), d.values("list_member"), d.visit()
    ),
    "ChangeMailingList": lambda d: Change(
        MailingList, d.id("mailing_list"), d.values("mailing_list"), d.visit()
    ),
    "ChangeRulesCommittee": lambda d: Change(
        RulesCommittee, d.id("rules_committee"), d.values("rules_committee", "body_id"), d.visit()
    ),
    "ChangeRulesSeat": lambda d: Change(
        RulesSeat, d.id("rules_seat"), d.values("rules_seat"), d.visit()
    ),
    "NewRules": lambda d: NewRules(
        d.id("body"), {"valid_from": d.day_or_none(), "valid_to": d.day_or_none()}
    ),
    "SucceedMandate": lambda d: SucceedMandate(d.id("mandate"), d.id("person"), d.day()),
    "RemoveBodyRules": lambda d: Remove(BodyRules, d.id("body_rules")),
    "RemoveListMember": lambda d: Remove(ListMember, d.id("list_member")),
    "RemoveMailingList": lambda d: Remove(MailingList, d.id("mailing_list")),
    "RemoveRulesCommittee": lambda d: Remove(RulesCommittee, d.id("rules_committee")),
    "RemoveRulesSeat": lambda d: Remove(RulesSeat, d.id("rules_seat")),
}
