CREATE TABLE "AspNetRoles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetRoles" PRIMARY KEY,
    "Name" TEXT NULL,
    "NormalizedName" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL
);


CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "CreatedAt" INTEGER NOT NULL,
    "IsDisabled" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);


CREATE TABLE "Datasets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Datasets" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT COLLATE NOCASE NOT NULL,
    "Root" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ErrorMessage" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "ReportJson" TEXT NULL,
    "BoundingBoxCount" INTEGER NOT NULL,
    "SynapseCount" INTEGER NOT NULL,
    "AmbiguousCount" INTEGER NOT NULL,
    "ProblemCount" INTEGER NOT NULL,
    "CodesJson" TEXT NULL,
    "CodesChangedAt" INTEGER NULL,
    "CodesChangedBy" TEXT NULL,
    "RemovedAt" INTEGER NULL
);


CREATE TABLE "Jobs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Jobs" PRIMARY KEY AUTOINCREMENT,
    "Kind" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "DatasetId" INTEGER NULL,
    "CubeSetId" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "StartedAt" INTEGER NULL,
    "EndedAt" INTEGER NULL,
    "Message" TEXT NULL
);


CREATE TABLE "PolarityDecisions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PolarityDecisions" PRIMARY KEY AUTOINCREMENT,
    "DatasetId" INTEGER NOT NULL,
    "FullId" TEXT NOT NULL,
    "Side" INTEGER NULL,
    "DecidedBy" TEXT NOT NULL,
    "DecidedAt" INTEGER NOT NULL
);


CREATE TABLE "AspNetRoleClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetRoleClaims" PRIMARY KEY AUTOINCREMENT,
    "RoleId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetRoleClaims_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserRoles" (
    "UserId" TEXT NOT NULL,
    "RoleId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CubeSets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CubeSets" PRIMARY KEY AUTOINCREMENT,
    "DatasetId" INTEGER NOT NULL,
    "CubeSize" INTEGER NOT NULL,
    "Channels" TEXT NOT NULL,
    "Directory" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "CubeCount" INTEGER NOT NULL,
    "SizeBytes" INTEGER NOT NULL,
    "ErrorMessage" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    CONSTRAINT "FK_CubeSets_Datasets_DatasetId" FOREIGN KEY ("DatasetId") REFERENCES "Datasets" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Runs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Runs" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "CubeSetId" INTEGER NOT NULL,
    "OptionsJson" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "QueuedAt" INTEGER NOT NULL,
    "StartedAt" INTEGER NULL,
    "EndedAt" INTEGER NULL,
    "RunDir" TEXT NOT NULL,
    "LastEpoch" INTEGER NOT NULL,
    "LastStep" INTEGER NOT NULL,
    "LastLoss" REAL NULL,
    "BestSilhouette" REAL NULL,
    "ErrorMessage" TEXT NULL,
    "StepSeries" BLOB NULL,
    "MetricSeries" BLOB NULL,
    CONSTRAINT "FK_Runs_CubeSets_CubeSetId" FOREIGN KEY ("CubeSetId") REFERENCES "CubeSets" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Evaluations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Evaluations" PRIMARY KEY AUTOINCREMENT,
    "RunId" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "OutputDir" TEXT NOT NULL,
    "ClusterCount" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    "SampleCount" INTEGER NOT NULL,
    "Silhouette" REAL NULL,
    "Hopkins" REAL NULL,
    "ErrorMessage" TEXT NULL,
    CONSTRAINT "FK_Evaluations_Runs_RunId" FOREIGN KEY ("RunId") REFERENCES "Runs" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_AspNetRoleClaims_RoleId" ON "AspNetRoleClaims" ("RoleId");


CREATE UNIQUE INDEX "RoleNameIndex" ON "AspNetRoles" ("NormalizedName");


CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");


CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");


CREATE INDEX "IX_AspNetUserRoles_RoleId" ON "AspNetUserRoles" ("RoleId");


CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");


CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");


CREATE INDEX "IX_CubeSets_DatasetId_CubeSize_Channels" ON "CubeSets" ("DatasetId", "CubeSize", "Channels");


CREATE UNIQUE INDEX "IX_Datasets_Name" ON "Datasets" ("Name") WHERE RemovedAt IS NULL;


CREATE INDEX "IX_Evaluations_RunId" ON "Evaluations" ("RunId");


CREATE INDEX "IX_Jobs_Status" ON "Jobs" ("Status");


CREATE INDEX "IX_PolarityDecisions_DatasetId_FullId" ON "PolarityDecisions" ("DatasetId", "FullId");


CREATE INDEX "IX_Runs_CubeSetId" ON "Runs" ("CubeSetId");


CREATE INDEX "IX_Runs_Status" ON "Runs" ("Status");


