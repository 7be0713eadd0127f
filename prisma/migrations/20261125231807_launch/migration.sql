-- CreateTable
CREATE TABLE "Launch" (
    "id" TEXT NOT NULL,
    "roleplayId" TEXT NOT NULL,
    "boundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Launch_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Launch" ADD CONSTRAINT "Launch_roleplayId_fkey" FOREIGN KEY ("roleplayId") REFERENCES "Roleplay"("id") ON DELETE CASCADE ON UPDATE CASCADE;
