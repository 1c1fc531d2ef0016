-- Sets of whole bounding boxes beside sets of cubes. What was prepared before are cubes.
ALTER TABLE "CubeSets" ADD COLUMN "Kind" TEXT NOT NULL DEFAULT 'synapse';
ALTER TABLE "CubeSets" ADD COLUMN "BoxCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "CubeSets" ADD COLUMN "SmallestEdge" INTEGER NOT NULL DEFAULT 0;
DROP INDEX "IX_CubeSets_DatasetId_CubeSize_Channels";
CREATE INDEX "IX_CubeSets_DatasetId_Kind_CubeSize_Channels" ON "CubeSets" ("DatasetId", "Kind", "CubeSize", "Channels");

-- A run on whole bounding boxes is evaluated on cubes, which are another set; until now it was the run's own. SQLite adds no
-- column that is NOT NULL and refers to another table, so the table is made anew; no other table refers to it.
CREATE TABLE "EvaluationsOfSets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Evaluations" PRIMARY KEY AUTOINCREMENT,
    "RunId" INTEGER NOT NULL,
    "CubeSetId" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "OutputDir" TEXT NOT NULL,
    "ClusterCount" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "SampleCount" INTEGER NOT NULL,
    "Silhouette" REAL NULL,
    "Hopkins" REAL NULL,
    "ErrorMessage" TEXT NULL,
    CONSTRAINT "FK_Evaluations_CubeSets_CubeSetId" FOREIGN KEY ("CubeSetId") REFERENCES "CubeSets" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Evaluations_Runs_RunId" FOREIGN KEY ("RunId") REFERENCES "Runs" ("Id") ON DELETE CASCADE
);
INSERT INTO "EvaluationsOfSets"
SELECT e."Id", e."RunId", r."CubeSetId", e."Status", e."OutputDir", e."ClusterCount", e."CreatedAt", e."EndedAt", e."SampleCount", e."Silhouette", e."Hopkins", e."ErrorMessage"
FROM "Evaluations" e JOIN "Runs" r ON r."Id" = e."RunId";
DROP TABLE "Evaluations";
ALTER TABLE "EvaluationsOfSets" RENAME TO "Evaluations";
CREATE INDEX "IX_Evaluations_RunId" ON "Evaluations" ("RunId");
CREATE INDEX "IX_Evaluations_CubeSetId" ON "Evaluations" ("CubeSetId");
