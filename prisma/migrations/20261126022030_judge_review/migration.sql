-- CreateTable
CREATE TABLE "JudgeReview" (
    "roleplayId" TEXT NOT NULL,
    "turnIndex" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "heardBy" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reviewedById" TEXT NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JudgeReview_pkey" PRIMARY KEY ("roleplayId","turnIndex","code","heardBy")
);

-- AddForeignKey
ALTER TABLE "JudgeReview" ADD CONSTRAINT "JudgeReview_roleplayId_turnIndex_fkey" FOREIGN KEY ("roleplayId", "turnIndex") REFERENCES "Turn"("roleplayId", "turnIndex") ON DELETE CASCADE ON UPDATE CASCADE;
