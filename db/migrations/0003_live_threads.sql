DROP INDEX "challenges_open";--> statement-breakpoint
DROP INDEX "posts_author";--> statement-breakpoint
DROP INDEX "threads_topic";--> statement-breakpoint
DROP INDEX "threads_active";--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "client_id" uuid;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "sent_hash" text NOT NULL;--> statement-breakpoint
CREATE INDEX "challenges_newest" ON "challenges" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "challenges_open" ON "challenges" USING btree ("created_at","id") WHERE "challenges"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("author_id","created_at","id") WHERE "posts"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "threads_topic" ON "threads" USING btree ("topic_id","last_post_at","id");--> statement-breakpoint
CREATE INDEX "threads_active" ON "threads" USING btree ("last_post_at","id") WHERE "threads"."last_post_at" is not null;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_author_client" UNIQUE("author_id","client_id");