-- CreateTable
CREATE TABLE "ModelUsage" (
    "localDate" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "promptTokens" INTEGER NOT NULL,
    "completionTokens" INTEGER NOT NULL,
    "firstWordMs" INTEGER NOT NULL,
    "firstWords" INTEGER NOT NULL,

    CONSTRAINT "ModelUsage_pkey" PRIMARY KEY ("localDate","scopeKind","scopeId","purpose","model","outcome")
);

-- CreateIndex
CREATE INDEX "ModelUsage_scopeKind_scopeId_idx" ON "ModelUsage"("scopeKind", "scopeId");
