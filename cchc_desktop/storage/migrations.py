"""The schema's history. Append only: a released step never changes, names its tables and columns
literally, imports nothing of ours, and sets `user_version` to its own place in the list.
"""

from sqlite_utils import Database, Migrations

VERSION = 5  # the place of the last step

history = Migrations("cchc")


@history()
def m001_plans_and_profile(db: Database) -> None:
    """Plans with their sections and rows, the agency profile, and the change log.

    Lists are JSON. No foreign keys: undo replays edits one by one, a child may come first.
    """
    for statement in (
        """CREATE TABLE plans (
            id TEXT PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL,
            type_name TEXT NOT NULL, subject TEXT NOT NULL, number TEXT NOT NULL,
            symbol TEXT NOT NULL, issued TEXT NOT NULL, place TEXT NOT NULL,
            table_place TEXT NOT NULL, table_title TEXT NOT NULL, columns TEXT NOT NULL,
            recipients TEXT NOT NULL, authority TEXT NOT NULL, signer TEXT NOT NULL
        ) STRICT""",
        "CREATE UNIQUE INDEX plans_by_year ON plans (year, kind)",
        """CREATE TABLE sections (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, position INTEGER NOT NULL,
            level INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
            body TEXT NOT NULL, holds_table INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX sections_of_plan ON sections (plan_id)",
        """CREATE TABLE areas (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, position INTEGER NOT NULL,
            number TEXT NOT NULL, title TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX areas_of_plan ON areas (plan_id)",
        """CREATE TABLE task_groups (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, position INTEGER NOT NULL,
            number TEXT NOT NULL, title TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX task_groups_of_plan ON task_groups (plan_id)",
        """CREATE TABLE tasks (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, position INTEGER NOT NULL,
            number TEXT NOT NULL, goal TEXT NOT NULL, text TEXT NOT NULL,
            deliverable TEXT NOT NULL, lead TEXT NOT NULL, coordinating TEXT NOT NULL,
            time TEXT NOT NULL, own TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX tasks_of_plan ON tasks (plan_id)",
        """CREATE TABLE agencies (
            id TEXT PRIMARY KEY, superior TEXT NOT NULL, name TEXT NOT NULL,
            symbol TEXT NOT NULL, place TEXT NOT NULL, valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE signers (
            id TEXT PRIMARY KEY, authority TEXT NOT NULL, name TEXT NOT NULL,
            valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE recipient_lists (
            id TEXT PRIMARY KEY, document_kind TEXT NOT NULL, lines TEXT NOT NULL,
            valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE units (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, short TEXT NOT NULL, kind TEXT NOT NULL,
            aliases TEXT NOT NULL, members TEXT NOT NULL, valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE change_log (
            id INTEGER PRIMARY KEY, label TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
            undoes INTEGER, redoes INTEGER
        ) STRICT""",
        """CREATE TABLE change_edits (
            change_id INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
            record_id TEXT NOT NULL, before TEXT, after TEXT,
            PRIMARY KEY (change_id, place)
        ) STRICT""",
        "CREATE INDEX change_edits_of_record ON change_edits (record_id)",
        "PRAGMA user_version = 1",
    ):
        db.execute(statement)


@history()
def m002_notes_and_kept_findings(db: Database) -> None:
    """The clerk's own notes on tasks; findings that are left as they are."""
    for statement in (
        "ALTER TABLE tasks ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE kept_findings (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, rule TEXT NOT NULL,
            record_id TEXT NOT NULL, "column" TEXT NOT NULL, found TEXT NOT NULL,
            words TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX kept_findings_of_plan ON kept_findings (plan_id)",
        "PRAGMA user_version = 2",
    ):
        db.execute(statement)


@history()
def m003_results_and_register(db: Database) -> None:
    """Reporting periods, results, the register of documents, the sections' forms, what tasks waited
    for, and who answers for a task.
    """
    for statement in (
        "ALTER TABLE tasks ADD COLUMN person TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE tasks ADD COLUMN leader TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE reporting_periods (
            id TEXT PRIMARY KEY, year INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
            starts TEXT NOT NULL, ends TEXT NOT NULL, collect_by TEXT NOT NULL,
            closes TEXT NOT NULL, send_by TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE results (
            id TEXT PRIMARY KEY, task_id TEXT NOT NULL, period_id TEXT NOT NULL,
            occurrence TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL,
            figures TEXT NOT NULL, difficulty TEXT NOT NULL, next_step TEXT NOT NULL,
            timing TEXT NOT NULL, timing_reason TEXT NOT NULL, done_on TEXT NOT NULL,
            said_by TEXT NOT NULL, said_on TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX results_of_task ON results (task_id)",
        """CREATE TABLE documents (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, symbol TEXT NOT NULL,
            issued TEXT NOT NULL, issuer TEXT NOT NULL, title TEXT NOT NULL, signer TEXT NOT NULL,
            note TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE attachments (
            id TEXT PRIMARY KEY, document_id TEXT NOT NULL, name TEXT NOT NULL,
            digest TEXT NOT NULL, size INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX attachments_of_document ON attachments (document_id)",
        """CREATE TABLE evidence (
            id TEXT PRIMARY KEY, document_id TEXT NOT NULL, target_id TEXT NOT NULL,
            locator TEXT NOT NULL, note TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX evidence_of_document ON evidence (document_id)",
        "CREATE INDEX evidence_of_target ON evidence (target_id)",
        """CREATE TABLE form_receipts (
            id TEXT PRIMARY KEY, period_id TEXT NOT NULL, unit_id TEXT NOT NULL,
            sent_on TEXT NOT NULL, received_on TEXT NOT NULL, merged_on TEXT NOT NULL,
            file_name TEXT NOT NULL, digest TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE happened_events (
            id TEXT PRIMARY KEY, plan_id TEXT NOT NULL, condition TEXT NOT NULL,
            happened_on TEXT NOT NULL, due TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX happened_events_of_plan ON happened_events (plan_id)",
        "PRAGMA user_version = 3",
    ):
        db.execute(statement)


@history()
def m004_reports(db: Database) -> None:
    """Outlines, reports with their paragraphs, indicators with their figures, what was sent."""
    for statement in (
        """CREATE TABLE outlines (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, periods TEXT NOT NULL,
            valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE outline_headings (
            id TEXT PRIMARY KEY, outline_id TEXT NOT NULL, position INTEGER NOT NULL,
            level INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
            content TEXT NOT NULL, areas TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE reports (
            id TEXT PRIMARY KEY, period_id TEXT NOT NULL, year INTEGER NOT NULL,
            plan_id TEXT NOT NULL, subject TEXT NOT NULL, number TEXT NOT NULL,
            symbol TEXT NOT NULL, issued TEXT NOT NULL, place TEXT NOT NULL,
            addressee TEXT NOT NULL, recipients TEXT NOT NULL, authority TEXT NOT NULL,
            signer TEXT NOT NULL, with_figures INTEGER NOT NULL, with_tasks INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE report_headings (
            id TEXT PRIMARY KEY, report_id TEXT NOT NULL, position INTEGER NOT NULL,
            level INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
            content TEXT NOT NULL, areas TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX headings_of_report ON report_headings (report_id)",
        """CREATE TABLE report_paragraphs (
            id TEXT PRIMARY KEY, report_id TEXT NOT NULL, heading_id TEXT NOT NULL,
            position INTEGER NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL,
            draft TEXT NOT NULL, sources TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX paragraphs_of_report ON report_paragraphs (report_id)",
        """CREATE TABLE indicators (
            id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
            numerator TEXT NOT NULL, denominator TEXT NOT NULL, "group" TEXT NOT NULL,
            verified INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER
        ) STRICT""",
        """CREATE TABLE figures (
            id TEXT PRIMARY KEY, indicator_id TEXT NOT NULL, period_id TEXT NOT NULL,
            value TEXT NOT NULL, note TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX figures_of_period ON figures (period_id)",
        """CREATE TABLE sent_reports (
            id TEXT PRIMARY KEY, period_id TEXT NOT NULL, year INTEGER NOT NULL,
            report_id TEXT NOT NULL, number TEXT NOT NULL, symbol TEXT NOT NULL,
            issued TEXT NOT NULL, sent_on TEXT NOT NULL, text TEXT NOT NULL,
            file_name TEXT NOT NULL, digest TEXT NOT NULL
        ) STRICT""",
        "PRAGMA user_version = 4",
    ):
        db.execute(statement)


@history()
def m005_addressees(db: Database) -> None:
    """Whether a kind of report, and a report, has a Kính gửi."""
    for statement in (
        "ALTER TABLE outlines ADD COLUMN addressee_due INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE reports ADD COLUMN addressee_due INTEGER NOT NULL DEFAULT 0",
        "UPDATE reports SET addressee_due = 1 WHERE addressee <> ''",
        "PRAGMA user_version = 5",
    ):
        db.execute(statement)
