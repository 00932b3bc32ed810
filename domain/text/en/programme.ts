/** What is read about programmes and about acts over many accords. */
export const programme = {
  'event.SuspensionRevoked':
    'Suspension “{suspensionId}” revoked: it does not hold for this accord. Reasons: “{reasons}”.',
  'event.RulesAdopted':
    "The accord moves to version {version} of the programme's rules (it followed version {from}). Reasons: “{reasons}”.",
  'act.RevokeSuspension': 'Revoke a suspension by law',
  'act.AdoptRules': "Move the accord to another version of the programme's rules",
  'refusal.suspension-not-by-law':
    'Suspension “{suspensionId}” ({ground}) is not by law: it belongs to a procedure. End it (“suspension end”), or reverse the decision (“decision reverse”).',
  'refusal.rules-version-unknown':
    'Programme “{programmeId}” has no rules with version {rulesVersion}. See its versions (“programme show”), or record the new one first (“programme change”).',
  'field.rulesVersion': "the version of the programme's rules to move to",
  'cli.help-rules': "the programme's rules that the accord follows",
  'refusal.programme-exists':
    'Programme “{programmeId}” is open already. To change its rules record their next version (“programme change”).',
  'refusal.programme-absent':
    'There is no programme “{programmeId}”. Check the id (“programme list”), or record it first (“programme draft” or “import”).',
  'refusal.programme-not-open':
    'Programme “{programmeId}” is still a draft. Open it first (“programme open”).',
  'refusal.programme-not-ready':
    'The programme lacks {count} things: {gaps}. Complete its rules, or accept each gap with its reason (“accepted” in the file, or “--accept check=reason”).',
  'refusal.gap-not-found':
    'There is no gap “{check}”: the check finds {found}. Remove what is accepted without need, or correct its name.',
  'refusal.rules-not-next':
    'The rules are at version {version}; the next one is {next}. Correct “version” in the file.',
  'refusal.rules-other-programme':
    'The rules belong to programme “{named}”, not to “{programmeId}”. Correct “programmeId” in the file, or choose the other programme.',
  'refusal.programme-not-authorised':
    "The role “{role}” may not do this to the programme: it is the Ministry's. Act as the Ministry (“--as ministry:office”).",
  'refusal.collective-exists':
    'Collective act “{actId}” exists already. Choose another id, or look at it (“collective show”).',
  'refusal.collective-unknown':
    'There is no collective act “{actId}” in this programme (there are: {known}). Check the id.',
  'refusal.collective-empty':
    'The act is about no accord at all (excluded: {excluded}). Widen the Regions, phases or accords, or remove exclusions.',
  'refusal.collective-idle':
    'These names match no chosen accord: {names}. Correct them, or remove them from the choice and from the exclusions.',
  'refusal.collective-overlap':
    'Collective act “{other}”, still under way, is about {accords} of the same accords. Wait for its end, or revoke it.',
  'refusal.collective-not-running':
    'Collective act “{actId}” is not under way ({status}). Look at where it stands (“collective show”).',
  'refusal.collective-not-stopped':
    'Collective act “{actId}” is not stopped ({status}): only a stopped act is resumed.',
  'refusal.collective-nothing-failed':
    'In collective act “{actId}” no accord failed: there is nothing to try again.',
  'refusal.collective-running':
    'Collective act “{actId}” has not ended yet ({status}). Wait for its end, or stop it (“collective stop”) before revoking it.',
  'refusal.collective-not-revocable':
    'Collective act “{actId}” cannot be revoked: a calendar move is put right by a new version of the calendar, the end of a suspension by a new suspension.',
  'refusal.collective-dates':
    'The dates do not fit what the act moves ({scope}; dates: {given}). Give one date for each term that is extended, and a last day not before the first.',
  'refusal.programme-command-reused':
    'Command id “{commandId}” was used before for another act on the programme. Repeat the same act, or use a new id.',
  'rule.programme-once': 'Rule of accordi: a programme is born once, and changes by versions.',
  'rule.programme-checked':
    'Rule of accordi: a programme opens after its rules were checked; what is missing is completed, or accepted with a reason.',
  'rule.rules-versions':
    'Rule of accordi: rules have consecutive versions; an accord keeps those it was proposed under, unless an act moves it.',
  'rule.programme-ministry': "Rule of accordi: acts on the programme are the Ministry's.",
  'rule.collective-once': 'Rule of accordi: every collective act has an id of its own.',
  'rule.collective-cohort':
    'Rule of accordi: a collective act says exactly which accords it is about and which it excludes; a name that finds nothing stops it.',
  'rule.collective-one-at-a-time': 'Rule of accordi: one collective act at a time touches an accord.',
  'rule.collective-steps':
    'Rule of accordi: a collective act is stopped while under way, resumed when stopped, tried again for failed accords when it has ended.',
  'rule.collective-revocation': 'Rule of accordi: what each accord can give back is revoked as one act.',
} as const
