CREATE TABLE "shares" (
	"answer_id" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"with_verdicts" boolean NOT NULL,
	"shared_on" date NOT NULL,
	"until" date NOT NULL,
	"answer" json NOT NULL,
	CONSTRAINT "shares_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_answer_id_turns_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."turns"("answer_id") ON DELETE cascade ON UPDATE no action;