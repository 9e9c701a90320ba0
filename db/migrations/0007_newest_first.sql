DROP INDEX "places_country_population";--> statement-breakpoint
DROP INDEX "practices_newest";--> statement-breakpoint
DROP INDEX "search_documents_newest";--> statement-breakpoint
CREATE INDEX "places_country_population" ON "places" USING btree ("country","population" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "practices_newest" ON "practices" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "practices"."status" = 'published';--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);