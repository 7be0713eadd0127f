-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('draft', 'edited', 'approved', 'retired');

-- CreateEnum
CREATE TYPE "PublishStatus" AS ENUM ('draft', 'published', 'retired');

-- CreateEnum
CREATE TYPE "PrintStatus" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "PendingTurn" (
    "roleplayId" TEXT NOT NULL,
    "turnIndex" INTEGER NOT NULL,
    "turnId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingTurn_pkey" PRIMARY KEY ("roleplayId")
);

-- CreateTable
CREATE TABLE "TalkApproval" (
    "roleplayId" TEXT NOT NULL,
    "approvedById" TEXT NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TalkApproval_pkey" PRIMARY KEY ("roleplayId")
);

-- CreateTable
CREATE TABLE "OrganisationSettings" (
    "organisationId" TEXT NOT NULL,
    "dataPolicy" TEXT NOT NULL,
    "allowsUnreviewedItems" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" TEXT NOT NULL,

    CONSTRAINT "OrganisationSettings_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "DataLogEntry" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT,
    "roleplayId" TEXT,
    "turnIndex" INTEGER,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "found" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DataLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelRegisterEntry" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "riskLevel" TEXT NOT NULL,
    "dataUsed" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "approvedOn" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" TEXT NOT NULL,

    CONSTRAINT "ModelRegisterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelEvaluation" (
    "id" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,
    "versions" JSON NOT NULL,
    "results" JSON NOT NULL,

    CONSTRAINT "ModelEvaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT,
    "type" TEXT NOT NULL,
    "status" "ItemStatus" NOT NULL DEFAULT 'draft',
    "origin" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ability" TEXT NOT NULL,
    "difficulty" INTEGER NOT NULL,
    "documentId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" TEXT,

    CONSTRAINT "ItemVersion_pkey" PRIMARY KEY ("itemId","version")
);

-- CreateTable
CREATE TABLE "ItemCitation" (
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "passageId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "article" TEXT,

    CONSTRAINT "ItemCitation_pkey" PRIMARY KEY ("itemId","version","passageId")
);

-- CreateTable
CREATE TABLE "ItemEvent" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "personId" TEXT,
    "personName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ItemEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quiz" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT,
    "title" TEXT NOT NULL,
    "status" "PublishStatus" NOT NULL DEFAULT 'draft',
    "origin" JSON NOT NULL,
    "timeLimitMinutes" INTEGER,
    "passPercent" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "Quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuizItem" (
    "quizId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "QuizItem_pkey" PRIMARY KEY ("quizId","position")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "quizId" TEXT,
    "personId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "items" JSON NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "points" DOUBLE PRECISION,
    "maxPoints" INTEGER NOT NULL,
    "passed" BOOLEAN,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttemptAnswer" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemVersion" INTEGER NOT NULL,
    "response" JSON NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttemptAnswer_pkey" PRIMARY KEY ("attemptId","position")
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "personId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "card" JSON NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("personId","itemId")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT,
    "title" TEXT NOT NULL,
    "status" "PublishStatus" NOT NULL DEFAULT 'draft',
    "origin" JSON NOT NULL,
    "version" INTEGER NOT NULL,
    "forPersonId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseVersion" (
    "courseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSON NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" TEXT,

    CONSTRAINT "CourseVersion_pkey" PRIMARY KEY ("courseId","version")
);

-- CreateTable
CREATE TABLE "CourseCitation" (
    "courseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lessonId" TEXT NOT NULL,
    "passageId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "article" TEXT,

    CONSTRAINT "CourseCitation_pkey" PRIMARY KEY ("courseId","version","lessonId","passageId")
);

-- CreateTable
CREATE TABLE "CourseProgress" (
    "courseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CourseProgress_pkey" PRIMARY KEY ("courseId","personId","lessonId")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "code" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "points" DOUBLE PRECISION,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PrintJob" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "status" "PrintStatus" NOT NULL DEFAULT 'waiting',
    "pagesDone" INTEGER NOT NULL DEFAULT 0,
    "content" BYTEA,
    "fileName" TEXT NOT NULL,
    "missing" JSON NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrintJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DataLogEntry_organisationId_at_idx" ON "DataLogEntry"("organisationId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ModelRegisterEntry_organisationId_purpose_model_key" ON "ModelRegisterEntry"("organisationId", "purpose", "model");

-- CreateIndex
CREATE INDEX "ModelEvaluation_model_ranAt_idx" ON "ModelEvaluation"("model", "ranAt" DESC);

-- CreateIndex
CREATE INDEX "Item_organisationId_status_idx" ON "Item"("organisationId", "status");

-- CreateIndex
CREATE INDEX "ItemCitation_documentId_article_idx" ON "ItemCitation"("documentId", "article");

-- CreateIndex
CREATE INDEX "ItemEvent_itemId_at_idx" ON "ItemEvent"("itemId", "at");

-- CreateIndex
CREATE INDEX "Quiz_organisationId_status_idx" ON "Quiz"("organisationId", "status");

-- CreateIndex
CREATE INDEX "QuizItem_itemId_idx" ON "QuizItem"("itemId");

-- CreateIndex
CREATE INDEX "Attempt_personId_startedAt_idx" ON "Attempt"("personId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Attempt_quizId_idx" ON "Attempt"("quizId");

-- CreateIndex
CREATE INDEX "AttemptAnswer_itemId_idx" ON "AttemptAnswer"("itemId");

-- CreateIndex
CREATE INDEX "ReviewCard_personId_dueAt_idx" ON "ReviewCard"("personId", "dueAt");

-- CreateIndex
CREATE INDEX "Course_organisationId_status_idx" ON "Course"("organisationId", "status");

-- CreateIndex
CREATE INDEX "CourseCitation_documentId_article_idx" ON "CourseCitation"("documentId", "article");

-- CreateIndex
CREATE INDEX "CourseProgress_personId_idx" ON "CourseProgress"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_personId_kind_subjectId_key" ON "Certificate"("personId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "PrintJob_personId_createdAt_idx" ON "PrintJob"("personId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "PendingTurn" ADD CONSTRAINT "PendingTurn_roleplayId_fkey" FOREIGN KEY ("roleplayId") REFERENCES "Roleplay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkApproval" ADD CONSTRAINT "TalkApproval_roleplayId_fkey" FOREIGN KEY ("roleplayId") REFERENCES "Roleplay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemVersion" ADD CONSTRAINT "ItemVersion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemCitation" ADD CONSTRAINT "ItemCitation_itemId_version_fkey" FOREIGN KEY ("itemId", "version") REFERENCES "ItemVersion"("itemId", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemEvent" ADD CONSTRAINT "ItemEvent_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizItem" ADD CONSTRAINT "QuizItem_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptAnswer" ADD CONSTRAINT "AttemptAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseVersion" ADD CONSTRAINT "CourseVersion_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseCitation" ADD CONSTRAINT "CourseCitation_courseId_version_fkey" FOREIGN KEY ("courseId", "version") REFERENCES "CourseVersion"("courseId", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseProgress" ADD CONSTRAINT "CourseProgress_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
