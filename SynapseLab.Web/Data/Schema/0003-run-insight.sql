-- What the run page shows of a network while it learns, and jobs that belong to a run.
ALTER TABLE "Runs" ADD COLUMN "TelemetrySeries" BLOB NULL;
ALTER TABLE "Runs" ADD COLUMN "SpectrumJson" TEXT NULL;
ALTER TABLE "Runs" ADD COLUMN "FindingsJson" TEXT NULL;
ALTER TABLE "Jobs" ADD COLUMN "RunId" INTEGER NULL;
