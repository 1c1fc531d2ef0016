-- Measurements before runs, which until now were forgotten with the server.
CREATE TABLE "Measurements" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Measurements" PRIMARY KEY AUTOINCREMENT,
    "CubeSetId" INTEGER NOT NULL,
    "Machine" TEXT NOT NULL,
    "OptionsJson" TEXT NOT NULL,
    "ResultJson" TEXT NOT NULL,
    "MeasuredAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Measurements_CubeSets_CubeSetId" FOREIGN KEY ("CubeSetId") REFERENCES "CubeSets" ("Id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_Measurements_CubeSetId_Machine_OptionsJson" ON "Measurements" ("CubeSetId", "Machine", "OptionsJson");
