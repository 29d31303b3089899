-- Two that were created at the same moment could get one name: the later ones get their id behind it.
UPDATE "operator_key" AS "later" SET "name" = "later"."name" || ' ' || "later"."id"
WHERE EXISTS (SELECT 1 FROM "operator_key" AS "earlier" WHERE "earlier"."name" = "later"."name"
  AND ("earlier"."created_at", "earlier"."id") < ("later"."created_at", "later"."id"));--> statement-breakpoint
ALTER TABLE "operator_key" ADD CONSTRAINT "operator_key_name_unique" UNIQUE("name");
