-- CreateEnum
CREATE TYPE "Role" AS ENUM ('trainee', 'trainer', 'manager', 'admin');

-- CreateEnum
CREATE TYPE "RoleplayMode" AS ENUM ('practice', 'exam');

-- CreateEnum
CREATE TYPE "RoleplayStatus" AS ENUM ('open', 'ended');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "teamId" TEXT,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Roleplay" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "mode" "RoleplayMode" NOT NULL,
    "status" "RoleplayStatus" NOT NULL DEFAULT 'open',
    "engine" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "openingText" TEXT,
    "state" JSON NOT NULL,
    "ledger" JSON NOT NULL,
    "turnCount" INTEGER NOT NULL DEFAULT 0,
    "hintsUsed" INTEGER NOT NULL DEFAULT 0,
    "forkedFromId" TEXT,
    "forkedAtTurn" INTEGER,
    "versions" JSON NOT NULL,
    "scorecard" JSON,
    "endReason" TEXT,
    "overall" INTEGER,
    "passed" BOOLEAN,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastTurnAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Roleplay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "roleplayId" TEXT NOT NULL,
    "turnIndex" INTEGER NOT NULL,
    "turnId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "replyText" TEXT NOT NULL,
    "mood" TEXT NOT NULL,
    "score" JSON NOT NULL,
    "state" JSON NOT NULL,
    "ledger" JSON NOT NULL,
    "perceptions" JSON NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("roleplayId","turnIndex")
);

-- CreateTable
CREATE TABLE "Hint" (
    "id" TEXT NOT NULL,
    "roleplayId" TEXT NOT NULL,
    "turnIndex" INTEGER NOT NULL,
    "text" JSON NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Hint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Team_organisationId_name_key" ON "Team"("organisationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_organisationId_teamId_idx" ON "Person"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE INDEX "Roleplay_personId_startedAt_idx" ON "Roleplay"("personId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Roleplay_scenarioId_idx" ON "Roleplay"("scenarioId");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_roleplayId_turnId_key" ON "Turn"("roleplayId", "turnId");

-- CreateIndex
CREATE UNIQUE INDEX "Hint_roleplayId_turnIndex_key" ON "Hint"("roleplayId", "turnIndex");

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roleplay" ADD CONSTRAINT "Roleplay_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roleplay" ADD CONSTRAINT "Roleplay_forkedFromId_fkey" FOREIGN KEY ("forkedFromId") REFERENCES "Roleplay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_roleplayId_fkey" FOREIGN KEY ("roleplayId") REFERENCES "Roleplay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hint" ADD CONSTRAINT "Hint_roleplayId_fkey" FOREIGN KEY ("roleplayId") REFERENCES "Roleplay"("id") ON DELETE CASCADE ON UPDATE CASCADE;
