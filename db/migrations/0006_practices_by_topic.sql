DROP INDEX "practice_topics_topic";--> statement-breakpoint
CREATE INDEX "practice_topics_topic" ON "practice_topics" USING btree ("topic_id","practice_id");