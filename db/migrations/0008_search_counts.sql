CREATE TABLE "search_counts" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_counts_value" ON "search_counts" USING btree ("value");