CREATE TABLE "search_documents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"language" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"facets" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"document" integer NOT NULL,
	"term" integer NOT NULL,
	"weight" real NOT NULL,
	CONSTRAINT "search_postings_document_term_pk" PRIMARY KEY("document","term")
);
--> statement-breakpoint
CREATE TABLE "search_statistics" (
	"name" text PRIMARY KEY NOT NULL,
	"value" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_terms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"lexeme" text NOT NULL,
	"df" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_thing" ON "search_documents" USING btree ("kind","ref");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("published_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_documents_facets" ON "search_documents" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "search_postings_term" ON "search_postings" USING btree ("term","document","weight");--> statement-breakpoint
CREATE UNIQUE INDEX "search_terms_lexeme" ON "search_terms" USING btree ("lexeme","kind");--> statement-breakpoint
CREATE INDEX "search_terms_similar" ON "search_terms" USING gin ("lexeme" gin_trgm_ops) WHERE "search_terms"."kind" = 'stem';