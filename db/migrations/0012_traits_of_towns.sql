ALTER TABLE "places" ADD COLUMN "traits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "traits" integer;--> statement-breakpoint
CREATE INDEX "places_traits" ON "places" USING btree ("traits");--> statement-breakpoint
CREATE INDEX "search_documents_traits" ON "search_documents" USING btree ("traits");