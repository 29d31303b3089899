CREATE TABLE "data_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_code" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"wrapped_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_key" ADD CONSTRAINT "data_key_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_key_partner" ON "data_key" USING btree ("partner_code","id");