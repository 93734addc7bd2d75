CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"answer_id" text PRIMARY KEY NOT NULL,
	"rating" text NOT NULL,
	"reason" text,
	"comment" text,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"answer_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"asked_at" timestamp with time zone NOT NULL,
	"exchange" json NOT NULL,
	CONSTRAINT "turns_answer_id_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_answer_id_turns_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."turns"("answer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_owner" ON "conversations" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "turns_conversation" ON "turns" USING btree ("conversation_id","position");--> statement-breakpoint
CREATE INDEX "turns_status" ON "turns" USING btree ("status");