-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('regulation', 'product', 'guide');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ImportFileStatus" AS ENUM ('waiting', 'running', 'imported', 'duplicate', 'refused');

-- CreateTable
CREATE TABLE "KnowledgeDocument" (
    "id" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnowledgeDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnowledgeVersion" (
    "documentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organisationId" TEXT,
    "label" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "amendedOn" TEXT,
    "effectiveFrom" TEXT,
    "effectiveBasis" TEXT NOT NULL,
    "effectiveNote" TEXT NOT NULL,
    "isRepealed" BOOLEAN NOT NULL,
    "sourceUrl" TEXT,
    "checksum" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "passageCount" INTEGER NOT NULL,
    "flags" JSON NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedById" TEXT,

    CONSTRAINT "KnowledgeVersion_pkey" PRIMARY KEY ("documentId","id")
);

-- CreateTable
CREATE TABLE "KnowledgePassage" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "article" TEXT,
    "headings" JSON NOT NULL,
    "text" TEXT NOT NULL,
    "page" INTEGER,
    "hasOwnDate" BOOLEAN NOT NULL DEFAULT false,
    "effectiveFrom" TEXT,

    CONSTRAINT "KnowledgePassage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnowledgeRetirement" (
    "documentId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredById" TEXT,

    CONSTRAINT "KnowledgeRetirement_pkey" PRIMARY KEY ("documentId","organisationId")
);

-- CreateTable
CREATE TABLE "KnowledgeRevision" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "KnowledgeRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnowledgeImport" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT,
    "personId" TEXT,
    "origin" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'running',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KnowledgeImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnowledgeImportFile" (
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "content" BYTEA,
    "status" "ImportFileStatus" NOT NULL DEFAULT 'waiting',
    "reason" JSON,
    "flags" JSON NOT NULL,
    "documentId" TEXT,
    "versionId" TEXT,
    "passageCount" INTEGER,
    "claimedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KnowledgeImportFile_pkey" PRIMARY KEY ("importId","position")
);

-- CreateIndex
CREATE INDEX "KnowledgeVersion_checksum_idx" ON "KnowledgeVersion"("checksum");

-- CreateIndex
CREATE INDEX "KnowledgeVersion_organisationId_idx" ON "KnowledgeVersion"("organisationId");

-- CreateIndex
CREATE INDEX "KnowledgePassage_documentId_versionId_ordinal_idx" ON "KnowledgePassage"("documentId", "versionId", "ordinal");

-- CreateIndex
CREATE INDEX "KnowledgeImport_organisationId_createdAt_idx" ON "KnowledgeImport"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "KnowledgeImport_status_idx" ON "KnowledgeImport"("status");

-- AddForeignKey
ALTER TABLE "KnowledgeVersion" ADD CONSTRAINT "KnowledgeVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "KnowledgeDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgePassage" ADD CONSTRAINT "KnowledgePassage_documentId_versionId_fkey" FOREIGN KEY ("documentId", "versionId") REFERENCES "KnowledgeVersion"("documentId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeRetirement" ADD CONSTRAINT "KnowledgeRetirement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "KnowledgeDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnowledgeImportFile" ADD CONSTRAINT "KnowledgeImportFile_importId_fkey" FOREIGN KEY ("importId") REFERENCES "KnowledgeImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
