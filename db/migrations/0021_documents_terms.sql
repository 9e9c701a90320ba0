ALTER TABLE "search_documents" ADD COLUMN "terms" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "search_documents" d SET "terms" = held.terms
FROM (SELECT document, array_agg(term ORDER BY term) AS terms FROM "search_postings" GROUP BY document) held
WHERE held.document = d.id;--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "terms" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "search_postings" DROP CONSTRAINT "search_postings_document_term_pk";
