-- columns
accord_overview.accord_id text not null
accord_overview.region_id text not null
accord_overview.programme_id text not null
accord_overview.title text not null
accord_overview.phase text not null
accord_overview.version integer not null
accord_overview.proposed_on date not null
accord_overview.in_force_on date
accord_overview.concluded_on date
accord_overview.next_kind text
accord_overview.next_effective date
accord_overview.next_passes_at timestamp(3) with time zone
accord_overview.missed integer not null
calendars.id text not null
calendars.version text not null
calendars.data jsonb not null
calendars.recorded_at timestamp(3) with time zone not null default now()
collective_items.programme_id text not null
collective_items.act_id text not null
collective_items.accord_id text not null
collective_items.region_id text not null
collective_items.way text not null
collective_items.status text not null
collective_items.reason text
collective_items.command_id text
commands.accord_id text not null
commands.command_id text not null
commands.region_id text
commands.type text not null
commands.body jsonb not null
commands.body_hash text not null
commands.received_at timestamp(3) with time zone not null
commands.recorded_at timestamp(3) with time zone not null
commands.outcome text not null
commands.refusal jsonb
commands.notices jsonb not null
commands.from_version integer
commands.to_version integer
contacts.contact_id text not null
contacts.office_id text not null
contacts.region_id text
contacts.name text
contacts.address text
contacts.language text not null default 'it'::text
contacts.role text not null
contacts.valid_from date not null
contacts.valid_until date
contacts.absent_from date
contacts.absent_until date
contacts.stand_in text
contacts.takes_digests boolean not null default true
contacts.unreachable_at timestamp(3) with time zone
contacts.unreachable_why text
contacts.erased_at timestamp(3) with time zone
contacts.changed_at timestamp(3) with time zone not null
contacts.changed_by text not null
cursors.name text not null
cursors.xid xid8 not null
cursors.position bigint not null
cursors.at timestamp(3) with time zone not null
decisions.accord_id text not null
decisions.decision_id text not null
decisions.region_id text not null
decisions.act text not null
decisions.status text not null
decisions.subject text not null
decisions.ref text
decisions.version integer
decisions.prepared_by text not null
decisions.prepared_on date not null
decisions.prepared_at timestamp(3) with time zone not null
decisions.changed_by text
decisions.changed_on date
decisions.settled_by text
decisions.settled_on date
documents.accord_id text not null
documents.document_id text not null
documents.version integer not null
documents.region_id text not null
documents.sha256 text not null
documents.name text not null
documents.bytes integer not null
documents.mime text not null
documents.kind text
documents.signature text
documents.protocol text
documents.about text
documents.on_date date not null
documents.command_id text not null
documents.is_current boolean not null
documents.locked boolean not null
events.position bigint not null generated always as identity
events.accord_id text not null
events.version integer not null
events.region_id text not null
events.command_id text not null
events.type text not null
events.schema_version smallint not null
events.data jsonb not null
events.act jsonb not null
events.notices jsonb not null
events.on_date date not null
events.recorded_at timestamp(3) with time zone not null
events.prev_hash bytea not null
events.hash bytea not null
events.xid xid8 not null default pg_current_xact_id()
held_days.day date not null
held_days.by_actor text not null
held_days.reason text not null
held_days.at timestamp(3) with time zone not null
mail_status.only_row boolean not null default true
mail_status.problem text
mail_status.detail text
mail_status.since timestamp(3) with time zone
mail_status.last_sent_at timestamp(3) with time zone
mail_status.checked_at timestamp(3) with time zone not null
monitoring_reports.accord_id text not null
monitoring_reports.period text not null
monitoring_reports.region_id text not null
monitoring_reports.kind text not null
monitoring_reports.period_from date not null
monitoring_reports.period_to date not null
monitoring_reports.status text not null
monitoring_reports.version integer not null
monitoring_reports.submitted_on date not null
monitoring_reports.spent_cents bigint
monitoring_reports.progress jsonb not null
notice_items.notice_id text not null
notice_items.reminder_id bigint not null
notices.notice_id text not null
notices.message_id text not null
notices.contact_id text not null
notices.region_id text
notices.kind text not null
notices.day date not null
notices.run text not null
notices.letter jsonb not null
notices.address text
notices.state text not null
notices.reason text
notices.attempts integer not null default 0
notices.maybe_sent boolean not null default false
notices.next_at timestamp(3) with time zone not null
notices.leased_until timestamp(3) with time zone
notices.composed_at timestamp(3) with time zone not null
notices.sent_at timestamp(3) with time zone
notices.settled_at timestamp(3) with time zone
notices.answer text
notices.text_sha256 text
notices.instead_of text
obligations.accord_id text not null
obligations.deadline_id text not null
obligations.region_id text not null
obligations.kind text not null
obligations.obligor text not null
obligations.status text not null
obligations.revision integer not null
obligations.nominal date not null
obligations.effective date not null
obligations.passes_at timestamp(3) with time zone not null
obligations.zone text not null
obligations.ref text
obligations.settled_on date
obligations.days_late integer
obligations.why jsonb not null
obligations.history jsonb not null
obligations.target date
obligations.target_passed boolean
offices.office_id text not null
offices.party text not null
offices.region_id text
offices.name text not null
offices.above text
offices.ended_on date
offices.changed_at timestamp(3) with time zone not null
offices.changed_by text not null
programme_commands.programme_id text not null
programme_commands.command_id text not null
programme_commands.type text not null
programme_commands.body jsonb not null
programme_commands.body_hash text not null
programme_commands.received_at timestamp(3) with time zone not null
programme_commands.recorded_at timestamp(3) with time zone not null
programme_commands.outcome text not null
programme_commands.refusal jsonb
programme_commands.from_version integer
programme_commands.to_version integer
programme_events.position bigint not null generated always as identity
programme_events.programme_id text not null
programme_events.version integer not null
programme_events.command_id text not null
programme_events.type text not null
programme_events.schema_version smallint not null
programme_events.data jsonb not null
programme_events.act jsonb not null
programme_events.notices jsonb not null
programme_events.on_date date not null
programme_events.recorded_at timestamp(3) with time zone not null
programme_events.prev_hash bytea not null
programme_events.hash bytea not null
programme_events.xid xid8 not null default pg_current_xact_id()
programme_streams.programme_id text not null
programme_streams.version integer not null
programme_streams.head_hash bytea not null
programmes.id text not null
programmes.version text not null
programmes.data jsonb not null
programmes.recorded_at timestamp(3) with time zone not null default now()
reminder_log.entry bigint not null generated always as identity
reminder_log.reminder_id bigint not null
reminder_log.region_id text not null
reminder_log.state text not null
reminder_log.reason text
reminder_log.by_actor text
reminder_log.notice_id text
reminder_log.on_day date not null
reminder_log.due_on date not null
reminder_log.at timestamp(3) with time zone not null
reminders.reminder_id bigint not null generated always as identity
reminders.accord_id text not null
reminders.region_id text not null
reminders.programme_id text not null
reminders.deadline_id text not null
reminders.revision integer not null
reminders.step text not null
reminders.recipient text not null
reminders.kind text not null
reminders.about text not null
reminders.due_on date not null
reminders.on_day date not null
reminders.at timestamp(3) with time zone not null
reminders.urgent boolean not null
reminders.state text not null
reminders.reason text
reminders.by_actor text
reminders.try_at timestamp(3) with time zone
reminders.notice_id text
reminders.changed_at timestamp(3) with time zone not null
responsibilities.responsibility_id bigint not null generated always as identity
responsibilities.office_id text not null
responsibilities.party text not null
responsibilities.region_id text
responsibilities.programme_id text
responsibilities.accord_id text
responsibilities.kind text
responsibilities.valid_from date not null
responsibilities.valid_until date
responsibilities.changed_at timestamp(3) with time zone not null
responsibilities.changed_by text not null
streams.accord_id text not null
streams.region_id text not null
streams.version integer not null
streams.head_hash bytea not null
streams.finished boolean not null
webhook_deliveries.subscription_id text not null
webhook_deliveries.accord_id text not null
webhook_deliveries.version integer not null
webhook_deliveries.type text not null
webhook_deliveries.region_id text not null
webhook_deliveries.state text not null
webhook_deliveries.attempts integer not null default 0
webhook_deliveries.next_at timestamp(3) with time zone not null
webhook_deliveries.leased_until timestamp(3) with time zone
webhook_deliveries.last_status integer
webhook_deliveries.last_error text
webhook_deliveries.created_at timestamp(3) with time zone not null
webhook_deliveries.tried_at timestamp(3) with time zone
webhook_deliveries.settled_at timestamp(3) with time zone
webhook_notes.note_id bigint not null generated always as identity
webhook_notes.subscription_id text not null
webhook_notes.region_id text
webhook_notes.at timestamp(3) with time zone not null
webhook_notes.what text not null
webhook_notes.by_actor text
webhook_notes.about text
webhook_notes.reason text
webhook_secrets.secret_id bigint not null generated always as identity
webhook_secrets.subscription_id text not null
webhook_secrets.secret text not null
webhook_secrets.made_at timestamp(3) with time zone not null
webhook_secrets.valid_until timestamp(3) with time zone
webhook_subscriptions.subscription_id text not null
webhook_subscriptions.url text not null
webhook_subscriptions.types text[]
webhook_subscriptions.region_id text
webhook_subscriptions.programme_id text
webhook_subscriptions.accord_id text
webhook_subscriptions.state text not null
webhook_subscriptions.reason text
webhook_subscriptions.xid xid8 not null
webhook_subscriptions.position bigint not null
webhook_subscriptions.created_at timestamp(3) with time zone not null
webhook_subscriptions.created_by text not null
webhook_subscriptions.changed_at timestamp(3) with time zone not null

-- constraints
accord_overview accord_overview_pkey: PRIMARY KEY (accord_id)
calendars calendars_pkey: PRIMARY KEY (id, version)
collective_items collective_items_pkey: PRIMARY KEY (programme_id, act_id, way, accord_id)
collective_items collective_items_status_check: CHECK ((status = ANY (ARRAY['pending'::text, 'applied'::text, 'skipped'::text, 'failed'::text])))
collective_items collective_items_way_check: CHECK ((way = ANY (ARRAY['apply'::text, 'revoke'::text])))
commands commands_outcome_check: CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
commands commands_pkey: PRIMARY KEY (accord_id, command_id)
contacts contacts_check: CHECK (((address IS NULL) = (erased_at IS NOT NULL)))
contacts contacts_check1: CHECK (((erased_at IS NULL) OR (name IS NULL)))
contacts contacts_check2: CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
contacts contacts_check3: CHECK (((absent_until IS NULL) OR (absent_until >= absent_from)))
contacts contacts_check4: CHECK ((stand_in <> contact_id))
contacts contacts_language_check: CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
contacts contacts_office_id_fkey: FOREIGN KEY (office_id) REFERENCES offices(office_id)
contacts contacts_pkey: PRIMARY KEY (contact_id)
contacts contacts_role_check: CHECK ((role = ANY (ARRAY['responsible'::text, 'head'::text, 'mailbox'::text])))
contacts contacts_stand_in_fkey: FOREIGN KEY (stand_in) REFERENCES contacts(contact_id)
cursors cursors_pkey: PRIMARY KEY (name)
decisions decisions_pkey: PRIMARY KEY (accord_id, decision_id)
documents documents_pkey: PRIMARY KEY (accord_id, document_id, version)
documents documents_sha256_check: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
documents documents_version_check: CHECK ((version > 0))
events events_accord_id_fkey: FOREIGN KEY (accord_id) REFERENCES streams(accord_id)
events events_pkey: PRIMARY KEY (accord_id, version)
events events_version_check: CHECK ((version > 0))
held_days held_days_pkey: PRIMARY KEY (day)
mail_status mail_status_only_row_check: CHECK (only_row)
mail_status mail_status_pkey: PRIMARY KEY (only_row)
monitoring_reports monitoring_reports_pkey: PRIMARY KEY (accord_id, period)
notice_items notice_items_notice_id_fkey: FOREIGN KEY (notice_id) REFERENCES notices(notice_id)
notice_items notice_items_pkey: PRIMARY KEY (notice_id, reminder_id)
notice_items notice_items_reminder_id_fkey: FOREIGN KEY (reminder_id) REFERENCES reminders(reminder_id)
notices notices_instead_of_fkey: FOREIGN KEY (instead_of) REFERENCES notices(notice_id)
notices notices_kind_check: CHECK ((kind = ANY (ARRAY['digest'::text, 'urgent'::text, 'fallback'::text])))
notices notices_message_id_key: UNIQUE (message_id)
notices notices_pkey: PRIMARY KEY (notice_id)
notices notices_state_check: CHECK ((state = ANY (ARRAY['composed'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'bounced'::text, 'rejected'::text, 'withdrawn'::text])))
obligations obligations_pkey: PRIMARY KEY (accord_id, deadline_id)
offices offices_above_fkey: FOREIGN KEY (above) REFERENCES offices(office_id)
offices offices_check: CHECK (((party = 'region'::text) = (region_id IS NOT NULL)))
offices offices_check1: CHECK ((above <> office_id))
offices offices_party_check: CHECK ((party = ANY (ARRAY['ministry'::text, 'region'::text])))
offices offices_pkey: PRIMARY KEY (office_id)
programme_commands programme_commands_outcome_check: CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
programme_commands programme_commands_pkey: PRIMARY KEY (programme_id, command_id)
programme_events programme_events_pkey: PRIMARY KEY (programme_id, version)
programme_events programme_events_programme_id_fkey: FOREIGN KEY (programme_id) REFERENCES programme_streams(programme_id)
programme_events programme_events_version_check: CHECK ((version > 0))
programme_streams programme_streams_pkey: PRIMARY KEY (programme_id)
programme_streams programme_streams_version_check: CHECK ((version > 0))
programmes programmes_pkey: PRIMARY KEY (id, version)
reminder_log reminder_log_pkey: PRIMARY KEY (entry)
reminder_log reminder_log_reminder_id_fkey: FOREIGN KEY (reminder_id) REFERENCES reminders(reminder_id)
reminders reminders_about_check: CHECK ((about = ANY (ARRAY['comingDue'::text, 'overdue'::text, 'extensionWindow'::text])))
reminders reminders_accord_id_deadline_id_revision_step_recipient_key: UNIQUE (accord_id, deadline_id, revision, step, recipient)
reminders reminders_pkey: PRIMARY KEY (reminder_id)
reminders reminders_state_check: CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'released'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'bounced'::text, 'suppressed'::text, 'cancelled'::text])))
responsibilities responsibilities_check: CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
responsibilities responsibilities_office_id_fkey: FOREIGN KEY (office_id) REFERENCES offices(office_id)
responsibilities responsibilities_party_check: CHECK ((party = ANY (ARRAY['ministry'::text, 'region'::text])))
responsibilities responsibilities_pkey: PRIMARY KEY (responsibility_id)
streams streams_pkey: PRIMARY KEY (accord_id)
streams streams_region_id_check: CHECK ((region_id ~ '^[0-9]{2}$'::text))
streams streams_version_check: CHECK ((version > 0))
webhook_deliveries webhook_deliveries_pkey: PRIMARY KEY (subscription_id, accord_id, version)
webhook_deliveries webhook_deliveries_state_check: CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'skipped'::text])))
webhook_deliveries webhook_deliveries_subscription_id_fkey: FOREIGN KEY (subscription_id) REFERENCES webhook_subscriptions(subscription_id)
webhook_notes webhook_notes_pkey: PRIMARY KEY (note_id)
webhook_notes webhook_notes_subscription_id_fkey: FOREIGN KEY (subscription_id) REFERENCES webhook_subscriptions(subscription_id)
webhook_notes webhook_notes_what_check: CHECK ((what = ANY (ARRAY['created'::text, 'paused'::text, 'resumed'::text, 'rotated'::text, 'redriven'::text, 'skipped'::text, 'ended'::text])))
webhook_secrets webhook_secrets_pkey: PRIMARY KEY (secret_id)
webhook_secrets webhook_secrets_subscription_id_fkey: FOREIGN KEY (subscription_id) REFERENCES webhook_subscriptions(subscription_id)
webhook_subscriptions webhook_subscriptions_pkey: PRIMARY KEY (subscription_id)
webhook_subscriptions webhook_subscriptions_state_check: CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text])))

-- indexes
CREATE INDEX accord_overview_region ON accordi.accord_overview USING btree (region_id, accord_id)
CREATE INDEX collective_items_accord ON accordi.collective_items USING btree (accord_id)
CREATE INDEX collective_items_open ON accordi.collective_items USING btree (programme_id, act_id, way, accord_id) WHERE (status = 'pending'::text)
CREATE INDEX commands_log ON accordi.commands USING btree (recorded_at, accord_id, command_id)
CREATE INDEX contacts_by_office ON accordi.contacts USING btree (office_id)
CREATE INDEX decisions_prepared ON accordi.decisions USING btree (prepared_at, accord_id, decision_id)
CREATE INDEX decisions_waiting ON accordi.decisions USING btree (prepared_at, accord_id, decision_id) WHERE (status = ANY (ARRAY['open'::text, 'outdated'::text]))
CREATE INDEX documents_by_digest ON accordi.documents USING btree (sha256)
CREATE INDEX monitoring_reports_by_region ON accordi.monitoring_reports USING btree (region_id, period_to, accord_id, period)
CREATE INDEX notice_items_by_reminder ON accordi.notice_items USING btree (reminder_id)
CREATE INDEX notices_by_contact ON accordi.notices USING btree (contact_id, composed_at)
CREATE INDEX notices_digests ON accordi.notices USING btree (contact_id, day) WHERE (kind = 'digest'::text)
CREATE INDEX notices_waiting ON accordi.notices USING btree (next_at, notice_id) WHERE (state = ANY (ARRAY['composed'::text, 'sending'::text]))
CREATE INDEX obligations_due ON accordi.obligations USING btree (passes_at, accord_id, deadline_id) WHERE (status = ANY (ARRAY['open'::text, 'held'::text, 'suspended'::text, 'missed'::text]))
CREATE INDEX obligations_due_by_region ON accordi.obligations USING btree (region_id, passes_at, accord_id, deadline_id) WHERE (status = ANY (ARRAY['open'::text, 'held'::text, 'suspended'::text, 'missed'::text]))
CREATE INDEX reminder_log_by_reminder ON accordi.reminder_log USING btree (reminder_id)
CREATE INDEX reminders_by_day ON accordi.reminders USING btree (on_day, reminder_id)
CREATE INDEX reminders_due ON accordi.reminders USING btree (at, reminder_id) WHERE (state = ANY (ARRAY['planned'::text, 'released'::text]))
CREATE INDEX reminders_unsent ON accordi.reminders USING btree (accord_id) WHERE (state = ANY (ARRAY['planned'::text, 'held'::text, 'released'::text, 'sending'::text]))
CREATE INDEX responsibilities_by_office ON accordi.responsibilities USING btree (office_id)
CREATE INDEX streams_unfinished ON accordi.streams USING btree (accord_id) WHERE (NOT finished)
CREATE INDEX webhook_deliveries_due ON accordi.webhook_deliveries USING btree (subscription_id, next_at, accord_id, version) WHERE (state = 'pending'::text)
CREATE INDEX webhook_deliveries_settled ON accordi.webhook_deliveries USING btree (settled_at) WHERE (state = ANY (ARRAY['delivered'::text, 'skipped'::text]))
CREATE INDEX webhook_deliveries_waiting ON accordi.webhook_deliveries USING btree (subscription_id, accord_id, version) WHERE (state = ANY (ARRAY['pending'::text, 'failed'::text]))
CREATE INDEX webhook_notes_by_subscription ON accordi.webhook_notes USING btree (subscription_id, note_id)
CREATE INDEX webhook_secrets_by_subscription ON accordi.webhook_secrets USING btree (subscription_id, secret_id)
CREATE UNIQUE INDEX accord_overview_pkey ON accordi.accord_overview USING btree (accord_id)
CREATE UNIQUE INDEX calendars_pkey ON accordi.calendars USING btree (id, version)
CREATE UNIQUE INDEX collective_items_pkey ON accordi.collective_items USING btree (programme_id, act_id, way, accord_id)
CREATE UNIQUE INDEX commands_pkey ON accordi.commands USING btree (accord_id, command_id)
CREATE UNIQUE INDEX contacts_by_address ON accordi.contacts USING btree (office_id, lower(address)) WHERE (valid_until IS NULL)
CREATE UNIQUE INDEX contacts_pkey ON accordi.contacts USING btree (contact_id)
CREATE UNIQUE INDEX cursors_pkey ON accordi.cursors USING btree (name)
CREATE UNIQUE INDEX decisions_pkey ON accordi.decisions USING btree (accord_id, decision_id)
CREATE UNIQUE INDEX documents_pkey ON accordi.documents USING btree (accord_id, document_id, version)
CREATE UNIQUE INDEX events_feed ON accordi.events USING btree (xid, "position")
CREATE UNIQUE INDEX events_pkey ON accordi.events USING btree (accord_id, version)
CREATE UNIQUE INDEX held_days_pkey ON accordi.held_days USING btree (day)
CREATE UNIQUE INDEX mail_status_pkey ON accordi.mail_status USING btree (only_row)
CREATE UNIQUE INDEX monitoring_reports_pkey ON accordi.monitoring_reports USING btree (accord_id, period)
CREATE UNIQUE INDEX notice_items_pkey ON accordi.notice_items USING btree (notice_id, reminder_id)
CREATE UNIQUE INDEX notices_message_id_key ON accordi.notices USING btree (message_id)
CREATE UNIQUE INDEX notices_pkey ON accordi.notices USING btree (notice_id)
CREATE UNIQUE INDEX obligations_pkey ON accordi.obligations USING btree (accord_id, deadline_id)
CREATE UNIQUE INDEX offices_pkey ON accordi.offices USING btree (office_id)
CREATE UNIQUE INDEX programme_commands_pkey ON accordi.programme_commands USING btree (programme_id, command_id)
CREATE UNIQUE INDEX programme_events_feed ON accordi.programme_events USING btree (xid, "position")
CREATE UNIQUE INDEX programme_events_pkey ON accordi.programme_events USING btree (programme_id, version)
CREATE UNIQUE INDEX programme_streams_pkey ON accordi.programme_streams USING btree (programme_id)
CREATE UNIQUE INDEX programmes_pkey ON accordi.programmes USING btree (id, version)
CREATE UNIQUE INDEX reminder_log_pkey ON accordi.reminder_log USING btree (entry)
CREATE UNIQUE INDEX reminders_accord_id_deadline_id_revision_step_recipient_key ON accordi.reminders USING btree (accord_id, deadline_id, revision, step, recipient)
CREATE UNIQUE INDEX reminders_pkey ON accordi.reminders USING btree (reminder_id)
CREATE UNIQUE INDEX responsibilities_pkey ON accordi.responsibilities USING btree (responsibility_id)
CREATE UNIQUE INDEX streams_pkey ON accordi.streams USING btree (accord_id)
CREATE UNIQUE INDEX webhook_deliveries_pkey ON accordi.webhook_deliveries USING btree (subscription_id, accord_id, version)
CREATE UNIQUE INDEX webhook_notes_pkey ON accordi.webhook_notes USING btree (note_id)
CREATE UNIQUE INDEX webhook_secrets_pkey ON accordi.webhook_secrets USING btree (secret_id)
CREATE UNIQUE INDEX webhook_subscriptions_pkey ON accordi.webhook_subscriptions USING btree (subscription_id)

-- row-level security
accord_overview enabled=t forced=t
calendars enabled=f forced=f
collective_items enabled=t forced=t
commands enabled=t forced=t
contacts enabled=t forced=t
cursors enabled=f forced=f
decisions enabled=t forced=t
documents enabled=t forced=t
events enabled=t forced=t
held_days enabled=f forced=f
mail_status enabled=f forced=f
monitoring_reports enabled=t forced=t
notice_items enabled=t forced=t
notices enabled=t forced=t
obligations enabled=t forced=t
offices enabled=t forced=t
programme_commands enabled=f forced=f
programme_events enabled=f forced=f
programme_streams enabled=f forced=f
programmes enabled=f forced=f
reminder_log enabled=t forced=t
reminders enabled=t forced=t
responsibilities enabled=t forced=t
streams enabled=t forced=t
webhook_deliveries enabled=t forced=t
webhook_notes enabled=t forced=t
webhook_secrets enabled=t forced=t
webhook_subscriptions enabled=t forced=t

-- policies
accord_overview accord_overview_application for ALL to accordi_app using (true) check (true)
accord_overview accord_overview_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
collective_items collective_items_application for ALL to accordi_app using (true) check (true)
collective_items collective_items_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
commands commands_application for ALL to accordi_app using (true) check (true)
commands commands_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
contacts contacts_application for ALL to accordi_app using (true) check (true)
contacts contacts_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
decisions decisions_application for ALL to accordi_app using (true) check (true)
decisions decisions_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
documents documents_application for ALL to accordi_app using (true) check (true)
documents documents_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
events events_application for ALL to accordi_app using (true) check (true)
events events_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
monitoring_reports monitoring_reports_application for ALL to accordi_app using (true) check (true)
monitoring_reports monitoring_reports_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
notice_items notice_items_application for ALL to accordi_app using (true) check (true)
notice_items notice_items_by_reminder for SELECT to accordi_reader using ((EXISTS ( SELECT
   FROM reminders r
  WHERE (r.reminder_id = notice_items.reminder_id)))) check ()
notices notices_application for ALL to accordi_app using (true) check (true)
notices notices_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
obligations obligations_application for ALL to accordi_app using (true) check (true)
obligations obligations_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
offices offices_application for ALL to accordi_app using (true) check (true)
offices offices_by_region for SELECT to accordi_reader using (((party = 'ministry'::text) OR (( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
reminder_log reminder_log_application for ALL to accordi_app using (true) check (true)
reminder_log reminder_log_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
reminders reminders_application for ALL to accordi_app using (true) check (true)
reminders reminders_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
responsibilities responsibilities_application for ALL to accordi_app using (true) check (true)
responsibilities responsibilities_by_region for SELECT to accordi_reader using (((party = 'ministry'::text) OR (( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
streams streams_application for ALL to accordi_app using (true) check (true)
streams streams_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
webhook_deliveries webhook_deliveries_application for ALL to accordi_app using (true) check (true)
webhook_deliveries webhook_deliveries_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
webhook_notes webhook_notes_application for ALL to accordi_app using (true) check (true)
webhook_notes webhook_notes_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()
webhook_secrets webhook_secrets_application for ALL to accordi_app using (true) check (true)
webhook_subscriptions webhook_subscriptions_application for ALL to accordi_app using (true) check (true)
webhook_subscriptions webhook_subscriptions_by_region for SELECT to accordi_reader using (((( SELECT current_setting('accordi.regions'::text, true) AS current_setting) = '*'::text) OR (region_id = ANY (string_to_array(( SELECT current_setting('accordi.regions'::text, true) AS current_setting), ','::text))))) check ()

-- triggers
CREATE TRIGGER calendars_append_only BEFORE DELETE OR UPDATE ON accordi.calendars FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER calendars_no_truncate BEFORE TRUNCATE ON accordi.calendars FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER commands_append_only BEFORE DELETE OR UPDATE ON accordi.commands FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER commands_no_truncate BEFORE TRUNCATE ON accordi.commands FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER contacts_erased AFTER UPDATE ON accordi.contacts FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION erase_addresses()
CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE ON accordi.events FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON accordi.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programme_commands_append_only BEFORE DELETE OR UPDATE ON accordi.programme_commands FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programme_commands_no_truncate BEFORE TRUNCATE ON accordi.programme_commands FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programme_events_append_only BEFORE DELETE OR UPDATE ON accordi.programme_events FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programme_events_no_truncate BEFORE TRUNCATE ON accordi.programme_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programmes_append_only BEFORE DELETE OR UPDATE ON accordi.programmes FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER programmes_no_truncate BEFORE TRUNCATE ON accordi.programmes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER reminder_log_append_only BEFORE DELETE OR UPDATE ON accordi.reminder_log FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER reminder_log_no_truncate BEFORE TRUNCATE ON accordi.reminder_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER reminders_logged AFTER INSERT ON accordi.reminders FOR EACH ROW EXECUTE FUNCTION log_reminder()
CREATE TRIGGER reminders_logged_change AFTER UPDATE ON accordi.reminders FOR EACH ROW WHEN ((((((old.state IS DISTINCT FROM new.state) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.notice_id IS DISTINCT FROM new.notice_id)) OR (old.on_day IS DISTINCT FROM new.on_day)) OR (old.due_on IS DISTINCT FROM new.due_on))) EXECUTE FUNCTION log_reminder()
CREATE TRIGGER webhook_notes_append_only BEFORE DELETE OR UPDATE ON accordi.webhook_notes FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER webhook_notes_no_truncate BEFORE TRUNCATE ON accordi.webhook_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- functions
CREATE OR REPLACE FUNCTION accordi.erase_addresses()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'accordi', 'pg_temp'
AS $function$
begin
  update notices set address = null, answer = null where contact_id = new.contact_id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION accordi.log_reminder()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'accordi', 'pg_temp'
AS $function$
begin
  insert into reminder_log (reminder_id, region_id, state, reason, by_actor, notice_id, on_day, due_on, at)
  values (new.reminder_id, new.region_id, new.state, new.reason, new.by_actor, new.notice_id, new.on_day, new.due_on,
    new.changed_at);
  return null;
end $function$

CREATE OR REPLACE FUNCTION accordi.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end $function$


-- rights on tables
accord_overview: DELETE, INSERT, SELECT, UPDATE to accordi_app
accord_overview: SELECT to accordi_reader
calendars: INSERT, SELECT to accordi_app
calendars: SELECT to accordi_reader
collective_items: DELETE, INSERT, SELECT, UPDATE to accordi_app
collective_items: SELECT to accordi_reader
commands: INSERT, SELECT to accordi_app
commands: SELECT to accordi_reader
contacts: INSERT, SELECT, UPDATE to accordi_app
contacts: SELECT to accordi_reader
cursors: INSERT, SELECT, UPDATE to accordi_app
cursors: SELECT to accordi_reader
decisions: DELETE, INSERT, SELECT, UPDATE to accordi_app
decisions: SELECT to accordi_reader
documents: DELETE, INSERT, SELECT, UPDATE to accordi_app
documents: SELECT to accordi_reader
events: INSERT, SELECT to accordi_app
events: SELECT to accordi_reader
held_days: DELETE, INSERT, SELECT, UPDATE to accordi_app
held_days: SELECT to accordi_reader
mail_status: INSERT, SELECT, UPDATE to accordi_app
mail_status: SELECT to accordi_reader
monitoring_reports: DELETE, INSERT, SELECT, UPDATE to accordi_app
monitoring_reports: SELECT to accordi_reader
notice_items: INSERT, SELECT to accordi_app
notice_items: SELECT to accordi_reader
notices: INSERT, SELECT, UPDATE to accordi_app
obligations: DELETE, INSERT, SELECT, UPDATE to accordi_app
obligations: SELECT to accordi_reader
offices: INSERT, SELECT, UPDATE to accordi_app
offices: SELECT to accordi_reader
programme_commands: INSERT, SELECT to accordi_app
programme_commands: SELECT to accordi_reader
programme_events: INSERT, SELECT to accordi_app
programme_events: SELECT to accordi_reader
programme_streams: INSERT, SELECT to accordi_app
programme_streams: SELECT to accordi_reader
programmes: INSERT, SELECT to accordi_app
programmes: SELECT to accordi_reader
reminder_log: INSERT, SELECT to accordi_app
reminder_log: SELECT to accordi_reader
reminders: INSERT, SELECT, UPDATE to accordi_app
reminders: SELECT to accordi_reader
responsibilities: INSERT, SELECT, UPDATE to accordi_app
responsibilities: SELECT to accordi_reader
streams: INSERT, SELECT to accordi_app
streams: SELECT to accordi_reader
webhook_deliveries: DELETE, INSERT, SELECT, UPDATE to accordi_app
webhook_deliveries: SELECT to accordi_reader
webhook_notes: INSERT, SELECT to accordi_app
webhook_notes: SELECT to accordi_reader
webhook_secrets: DELETE, INSERT, SELECT, UPDATE to accordi_app
webhook_subscriptions: INSERT, SELECT, UPDATE to accordi_app
webhook_subscriptions: SELECT to accordi_reader

-- rights on columns
streams.finished: UPDATE to accordi_app
streams.head_hash: UPDATE to accordi_app
streams.version: UPDATE to accordi_app
