UPDATE "partner" SET "settings" = jsonb_strip_nulls(jsonb_build_object(
	'resultScreen', "result_screen",
	'successRedirectionUrl', "success_redirection_url",
	'failureRedirectionUrl', "failure_redirection_url"
));--> statement-breakpoint
ALTER TABLE "partner" DROP COLUMN "result_screen";--> statement-breakpoint
ALTER TABLE "partner" DROP COLUMN "success_redirection_url";--> statement-breakpoint
ALTER TABLE "partner" DROP COLUMN "failure_redirection_url";