CREATE TABLE "search_rebuild" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"step" integer DEFAULT 0 NOT NULL,
	"after" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "search_rebuild_single" CHECK ("search_rebuild"."id")
);
--> statement-breakpoint
CREATE TABLE "search_term_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_term_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"gained" integer[] NOT NULL,
	"lost" integer[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "indexed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;