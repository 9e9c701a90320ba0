CREATE TABLE "alert_terms" (
	"alert_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"lexeme" text NOT NULL,
	"weight" double precision NOT NULL,
	"word" integer NOT NULL,
	"unless" text,
	CONSTRAINT "alert_terms_alert_id_kind_lexeme_pk" PRIMARY KEY("alert_id","kind","lexeme")
);
--> statement-breakpoint
DROP INDEX "alerts_terms";--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "best" integer;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "thousandth" integer;--> statement-breakpoint
ALTER TABLE "alert_terms" ADD CONSTRAINT "alert_terms_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "terms";