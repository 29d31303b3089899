ALTER TABLE "data_key" ALTER COLUMN "wrapped" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "data_key" ALTER COLUMN "wrapped_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "data_key" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "data_key" ADD CONSTRAINT "data_key_retired" CHECK (("data_key"."retired_at" is null) = ("data_key"."wrapped" is not null and "data_key"."wrapped_by" is not null));