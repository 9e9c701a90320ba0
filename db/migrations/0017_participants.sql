CREATE TYPE "public"."conversation_change" AS ENUM('added', 'asked', 'joined', 'left', 'removed', 'named');--> statement-breakpoint
CREATE TABLE "conversation_traces" (
	"thread_id" bigint NOT NULL,
	"version" bigint NOT NULL,
	"after_number" integer NOT NULL,
	"kind" "conversation_change" NOT NULL,
	"actor_id" bigint NOT NULL,
	"person_id" bigint,
	"title" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_traces_thread_id_version_pk" PRIMARY KEY("thread_id","version")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "pair" text;--> statement-breakpoint
ALTER TABLE "conversation_traces" ADD CONSTRAINT "conversation_traces_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_traces" ADD CONSTRAINT "conversation_traces_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_traces" ADD CONSTRAINT "conversation_traces_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_closed" ON "reports" USING btree ("closed_at","id") WHERE "reports"."closed_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("reporter_id","post_id") WHERE "reports"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_pair_unique" UNIQUE("pair");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_pair" CHECK ("threads"."private" or "threads"."pair" is null);--> statement-breakpoint
-- Who no longer takes part in a conversation hears nothing of it from then on.
CREATE FUNCTION notify_participant_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('revoked', 'person:' || OLD.person_id || ' thread:' || OLD.thread_id);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER participants_gone AFTER UPDATE OF state ON participants
	FOR EACH ROW
	WHEN (OLD.state IN ('asked', 'joined') AND NEW.state NOT IN ('asked', 'joined'))
	EXECUTE FUNCTION notify_participant_gone();
--> statement-breakpoint
CREATE TRIGGER participants_deleted AFTER DELETE ON participants
	FOR EACH ROW EXECUTE FUNCTION notify_participant_gone();
--> statement-breakpoint
-- Who is blocked hears nothing more of the conversation of the two.
CREATE FUNCTION notify_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('revoked', 'person:' || NEW.blocked_id || ' thread:' || threads.id) FROM threads
		WHERE pair = least(NEW.person_id, NEW.blocked_id) || ':' || greatest(NEW.person_id, NEW.blocked_id);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER blocks_made AFTER INSERT ON blocks
	FOR EACH ROW EXECUTE FUNCTION notify_blocked();
