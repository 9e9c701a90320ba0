CREATE TABLE "person_streams" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ADD COLUMN "mention_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD COLUMN "reply_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "person_streams" ADD CONSTRAINT "person_streams_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topic_levels_topic" ON "topic_levels" USING btree ("topic_id");