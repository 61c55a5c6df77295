// Made from the API's routes by `node apps/api/tools/client-schema.ts`; not to be edited.

export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete your account and everything that belongs to it, for good
         * @description Your capsules go with all their versions, courses, assets, keys, progress and submissions. What your learning did for the numbers of other authors stays, as nobody’s.
         */
        delete: operations["eraseAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept about you, as JSON lines */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What models cost today and on the days before, what they may cost, and whether they are asked */
        get: operations["readBudget"];
        /** Set what models may cost on a UTC day; null returns to the configured limit */
        put: operations["setBudget"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that queues’ consumers gave up, newest first */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget one */
        delete: operations["deleteDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one to its queue again, once */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All switches, with what holds now */
        get: operations["listFlags"];
        /** Set a switch; it holds everywhere within seconds */
        put: operations["setFlag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, how large the database is, how many runners are up */
        get: operations["readStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users, newest first */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a user another plan */
        put: operations["setMemberPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended user go on */
        post: operations["resumeMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a user’s sessions, keys and tokens at once */
        post: operations["suspendMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/capsules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one of your capsules does */
        get: operations["getCapsuleReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one of your courses does
         * @description Who started has submitted something to one of its capsules; who finished has passed all that are not optional. Items are your own capsules: of others’ it is told how many there are.
         */
        get: operations["getCourseReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How all your capsules do */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/public/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs and completion rate of a published capsule */
        get: operations["getPublicStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a page saw a learner do, up to 50 events at once
         * @description Each event has an id of the page’s own: sending it again changes nothing. Events of capsules that are not published are dropped. Times are taken to be within the last day.
         */
        post: operations["trackEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{capsuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a capsule */
        get: operations["listAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{capsuleId}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file; answers HEAD, Range, If-Range, If-None-Match and If-Modified-Since */
        get: operations["getAsset"];
        /**
         * Keep a file beside a capsule, in place of the one of that name
         * @description The body is the file, up to 5 MiB. What it is is told by its bytes and must fit its name.
         */
        put: operations["saveAsset"];
        post?: never;
        /** Delete a file */
        delete: operations["deleteAsset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API keys, newest first */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; this is the only time it is shown */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/callback/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to */
        get: operations["finishProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; ends every other session */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that sets a new password */
        post: operations["forgetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by what the link carries; ends every session */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which other accounts one may sign in by */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: operations["endAllSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out there */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go and sign in by GitHub or Google */
        get: operations["startProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-up/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account and sign in */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The link in the mail: verifies, then goes to the page */
        get: operations["openVerificationLink"];
        put?: never;
        /** Verify an address by what its link carries */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link that verifies your address */
        post: operations["sendVerificationMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published capsules, newest first; with q the best match first */
        get: operations["listCapsules"];
        put?: never;
        /** Create a draft */
        post: operations["createCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A capsule as learners get it */
        get: operations["getCapsule"];
        /** Replace the draft; needs If-Match */
        put: operations["updateCapsule"];
        post?: never;
        /** Delete a capsule; honours If-Match */
        delete: operations["deleteCapsule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/embedding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which sites may show your capsule */
        get: operations["getEmbedding"];
        /** Say which sites may show your capsule */
        put: operations["setEmbedding"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest evidence */
        get: operations["getProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft, if it is proven */
        post: operations["publishCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write one part of a draft anew; needs If-Match
         * @description A generation as any other: answers at once, is followed at `statusUrl`, counts in the quota. What comes of it is the draft’s next version, with its proof; `VERSION_CONFLICT` ends it when the draft has changed meanwhile. What the part has to agree with may be repaired too.
         */
        post: operations["regenerateCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/regrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose grade would change, from what to what */
        get: operations["previewRegrade"];
        put?: never;
        /**
         * Try the published tests on what learners handed in before
         * @description Changes no grade: the outcome is a preview, to be applied or left.
         */
        post: operations["startRegrade"];
        /** Leave all grades as they are */
        delete: operations["leaveRegrade"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/regrade/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give learners the previewed grades */
        post: operations["applyRegrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a deleted capsule as it was */
        post: operations["restoreCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try code on the visible tests, or on a stdin of your own */
        post: operations["runCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole document, for its owner */
        get: operations["getCapsuleSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit code to every test */
        post: operations["submitCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide the capsule from learners */
        post: operations["unpublishCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the proof is */
        get: operations["getProofJob"];
        put?: never;
        /**
         * Prove the draft by execution
         * @description Waits for the evidence, or answers at once when asked to by `Prefer: respond-async` (RFC 7240). A proof of the same content that is under way is joined.
         */
        post: operations["verifyCapsule"];
        /** Cancel the proof */
        delete: operations["cancelProof"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/verify/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof as it goes, as server-sent events */
        get: operations["followProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions, newest first */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version, whole */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an old version the draft again */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own capsules, drafts too; deleted ones when asked for */
        get: operations["listMyCapsules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published courses, newest first */
        get: operations["listCourses"];
        put?: never;
        /** Create a draft of a course */
        post: operations["createCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A course, and what each item is for you: locked, unlocked, solved or unavailable
         * @description Gates are advice: a published capsule can be solved by whoever has its address.
         */
        get: operations["getCourse"];
        /** Replace the whole course, its order too; needs If-Match */
        put: operations["updateCourse"];
        post?: never;
        /** Delete a course, not its capsules; honours If-Match */
        delete: operations["deleteCourse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far you are in a course, and what comes next */
        get: operations["getCourseProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the course to everybody */
        post: operations["publishCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide the course from learners */
        post: operations["unpublishCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courses/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own courses, drafts too */
        get: operations["listMyCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a program or a query once */
        post: operations["execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/execute/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one program on up to 200 inputs, compiled once
         * @description Each case is one of the day’s executions. Cases are run ten at a time; when one of ten has met its time limit, the rest is not run and told as `time_limit` with a `timeMs` of 0.
         */
        post: operations["executeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/execute/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Talk to a program while it runs, over a WebSocket
         * @description The first message is `{"type": "init", "language", "source_code", "args"?}`; then `{"type": "data", "stream": "stdin", "data", "end"?}` and `{"type": "signal", "signal": "SIGINT"}`. Answers are those of Piston’s v2 `/connect`: `runtime`, `stage`, `data`, `exit`, and `error` with a `code` of ours. At most 30 seconds, 5 of the processor.
         */
        get: operations["connectToProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/execute/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be run now, with versions */
        get: operations["listLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a capsule from a sentence
         * @description Answers at once; the work goes on. What comes of it is a draft with its proof. With `Idempotency-Key`, asking again gives the same job.
         */
        post: operations["startGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel the generation */
        post: operations["cancelGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The generation as it goes, as server-sent events */
        get: operations["followGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the generation is, until ten minutes after its end */
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the API answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether what the API depends on answers */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A token by which a learner without an account is known again
         * @description Send it as `x-learner-token`. Whoever has it is that learner; it is stored nowhere but with you.
         */
        post: operations["createLearner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentor/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a hint helped */
        post: operations["judgeHint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentor/hint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next hint of a capsule, and what the error at hand means
         * @description Hints climb from a nudge to a near-reveal; each costs one of the day’s for this capsule. An explanation costs nothing. After the capsule’s own hints a model, where one is configured, gives hints about the code that is sent with the question.
         */
        post: operations["askForHint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentor/status/{capsuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hints you have had for a capsule, and what is left */
        get: operations["getMentorStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentor/use/{capsuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which hints of your capsule help */
        get: operations["getHintUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mail of an installation that sends none, newest first
         * @description Only where `MAIL_PROVIDER` is `outbox`, which is refused anywhere but on one’s own machine.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you have worked on, the most recent first
         * @description Yours is what you did signed in, or with the learner token that you send as `x-learner-token`.
         */
        get: operations["listProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress/{capsuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far you are with a capsule, and what you typed last */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress/{capsuleId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what you have typed so far
         * @description With `ifUpdatedAt` (null: there is none yet) nothing that another tab has written is overwritten: DRAFT_CONFLICT has it in `details` as `sourceCode` and `updatedAt`.
         */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make what you did before signing in your own */
        post: operations["claimProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags of published capsules, the most used first */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your plan gives, and what of it is used today */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKey: {
            createdAt: string;
            expiresAt: string | null;
            id: string;
            lastUsedAt: string | null;
            name: string;
            scopes: ("capsules:read" | "capsules:write" | "execute" | "progress" | "generate" | "analytics:read")[];
            start: string;
        };
        Asset: {
            bytes: number;
            contentType: string;
            name: string;
            sha256: string;
            updatedAt: string;
            /** @description Of these very bytes: it may be kept for ever. */
            url: string;
        };
        Capsule: {
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            /** @default [] */
            hints: string[];
            judge: {
                /**
                 * @default {
                 *       "kind": "exact"
                 *     }
                 */
                comparer: {
                    /** @constant */
                    kind: "exact";
                } | {
                    /** @default 1e-9 */
                    absolute: number;
                    /** @constant */
                    kind: "float";
                    /** @default 1e-9 */
                    relative: number;
                } | {
                    /** @constant */
                    kind: "unordered";
                };
                functionName: string;
                /** @constant */
                kind: "function";
                params: {
                    name: string;
                    /** @description int, float, bool, string, any, list<T>, map<string, T>, optional<T> */
                    type: string;
                }[];
                /** @description int, float, bool, string, any, list<T>, map<string, T>, optional<T> */
                returns: string;
            };
            /** @enum {string} */
            language: "python" | "javascript" | "java" | "c" | "cpp";
            /**
             * @default {
             *       "timeMs": 2000,
             *       "memoryMb": 256
             *     }
             */
            limits: {
                /** @default 256 */
                memoryMb: number;
                /** @default 2000 */
                timeMs: number;
            };
            /** @default [] */
            objectives: string[];
            /** @constant */
            schemaVersion: 1;
            solution: string;
            starter: string;
            statement: string;
            /** @default [] */
            tags: string[];
            tests: {
                args: unknown[];
                expected: unknown;
                /** @default false */
                hidden: boolean;
                name: string;
            }[];
            title: string;
            /** @constant */
            type: "CODE";
            wrongSolutions?: {
                source: string;
                why: string;
            }[];
        } | {
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            /** @default [] */
            hints: string[];
            judge: {
                /**
                 * @default {
                 *       "kind": "lines"
                 *     }
                 */
                comparer: {
                    /** @constant */
                    kind: "exact";
                } | {
                    /** @default 1e-9 */
                    absolute: number;
                    /** @constant */
                    kind: "float";
                    /** @default 1e-9 */
                    relative: number;
                } | {
                    /** @constant */
                    kind: "unordered";
                } | {
                    /** @constant */
                    kind: "tokens";
                } | {
                    /** @constant */
                    kind: "lines";
                } | {
                    /** @constant */
                    kind: "checker";
                    /** @enum {string} */
                    language: "python" | "javascript" | "java" | "c" | "cpp";
                    source: string;
                };
                /** @constant */
                kind: "stdio";
            };
            /** @enum {string} */
            language: "python" | "javascript" | "java" | "c" | "cpp";
            /**
             * @default {
             *       "timeMs": 2000,
             *       "memoryMb": 256
             *     }
             */
            limits: {
                /** @default 256 */
                memoryMb: number;
                /** @default 2000 */
                timeMs: number;
            };
            /** @default [] */
            objectives: string[];
            /** @constant */
            schemaVersion: 1;
            solution: string;
            starter: string;
            statement: string;
            /** @default [] */
            tags: string[];
            tests: {
                expected: string;
                /** @default false */
                hidden: boolean;
                name: string;
                /** @default  */
                stdin: string;
            }[];
            title: string;
            /** @constant */
            type: "CODE";
            wrongSolutions?: {
                source: string;
                why: string;
            }[];
        } | {
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            /** @default [] */
            hints: string[];
            judge: {
                entryPoint?: string;
                /** @constant */
                kind: "program";
            };
            /** @enum {string} */
            language: "python" | "javascript" | "java" | "c" | "cpp";
            /**
             * @default {
             *       "timeMs": 2000,
             *       "memoryMb": 256
             *     }
             */
            limits: {
                /** @default 256 */
                memoryMb: number;
                /** @default 2000 */
                timeMs: number;
            };
            /** @default [] */
            objectives: string[];
            /** @constant */
            schemaVersion: 1;
            solution: string;
            starter: string;
            statement: string;
            /** @default [] */
            tags: string[];
            tests: {
                code: string;
                /** @default false */
                hidden: boolean;
                name: string;
            }[];
            title: string;
            /** @constant */
            type: "CODE";
            wrongSolutions?: {
                source: string;
                why: string;
            }[];
        } | {
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            /** @default [] */
            hints: string[];
            judge: {
                /** @default false */
                compareColumnNames: boolean;
                /** @constant */
                kind: "query";
                /** @default false */
                ordered: boolean;
                setup?: string;
                /** @default 1e-9 */
                tolerance: number;
            };
            /** @constant */
            language: "sql";
            /**
             * @default {
             *       "timeMs": 2000,
             *       "memoryMb": 256
             *     }
             */
            limits: {
                /** @default 256 */
                memoryMb: number;
                /** @default 2000 */
                timeMs: number;
            };
            /** @default [] */
            objectives: string[];
            /** @constant */
            schemaVersion: 1;
            solution: string;
            starter: string;
            statement: string;
            /** @default [] */
            tags: string[];
            tests: {
                check?: string;
                expected?: {
                    columns: string[];
                    rows: (null | number | string | {
                        blob: string;
                    } | {
                        integer: string;
                    } | {
                        /** @enum {string} */
                        real: "Infinity" | "-Infinity";
                    })[][];
                };
                /** @default false */
                hidden: boolean;
                name: string;
                setup?: string;
            }[];
            title: string;
            /** @constant */
            type: "SQL";
            wrongSolutions?: {
                source: string;
                why: string;
            }[];
        };
        CapsuleTest: {
            args: unknown[];
            expected: unknown;
            /** @default false */
            hidden: boolean;
            name: string;
        } | {
            expected: string;
            /** @default false */
            hidden: boolean;
            name: string;
            /** @default  */
            stdin: string;
        } | {
            code: string;
            /** @default false */
            hidden: boolean;
            name: string;
        } | {
            check?: string;
            expected?: {
                columns: string[];
                rows: (null | number | string | {
                    blob: string;
                } | {
                    integer: string;
                } | {
                    /** @enum {string} */
                    real: "Infinity" | "-Infinity";
                })[][];
            };
            /** @default false */
            hidden: boolean;
            name: string;
            setup?: string;
        };
        CapsuleTotals: {
            completionRate: number;
            edits: number;
            hints: number;
            impressions: number;
            lastComputed: string | null;
            learners: number;
            learnersPassed: number;
            passes: number;
            submissions: number;
            totalRuns: number;
            views: number;
        };
        CapsuleView: {
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            hiddenTests: number;
            hintCount: number;
            id: string;
            isOwner: boolean;
            isPublished: boolean;
            judge: components["schemas"]["Judge"];
            /** @enum {string} */
            language: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
            limits: {
                memoryMb: number;
                timeMs: number;
            };
            objectives: string[];
            qualityScore: number | null;
            /** @enum {number} */
            schemaVersion: 1;
            starter: string;
            /** @description Markdown, as the author wrote it. */
            statement: string;
            /** @description The same as HTML that can be set as it is: sanitised, maths as MathML, code with classes. */
            statementHtml: string;
            tags: string[];
            tests: components["schemas"]["CapsuleTest"][];
            title: string;
            /** @enum {string} */
            type: "CODE" | "SQL";
            version: number;
        };
        CatalogueEntry: {
            createdAt: string;
            description: string;
            /** @enum {string} */
            difficulty: "EASY" | "MEDIUM" | "HARD";
            id: string;
            isPublished: boolean;
            /** @enum {string} */
            language: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
            tags: string[];
            testCount: number;
            title: string;
            /** @enum {string} */
            type: "CODE" | "SQL";
        };
        Course: {
            createdAt: string;
            description: string;
            id: string;
            isOwner: boolean;
            isPublished: boolean;
            items: {
                capsule: {
                    description: string;
                    /** @enum {string} */
                    difficulty: "EASY" | "MEDIUM" | "HARD";
                    /** @enum {string} */
                    language: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
                    title: string;
                } | null;
                capsuleId: string;
                optional: boolean;
                requires: string[];
                /** @enum {string} */
                state: "locked" | "unlocked" | "solved" | "unavailable";
            }[];
            title: string;
            updatedAt: string;
            version: number;
        };
        CourseDocument: {
            /** @default  */
            description: string;
            items: {
                capsuleId: string;
                /** @default false */
                optional: boolean;
                /**
                 * @description Capsules of earlier items.
                 * @default []
                 */
                requires: string[];
            }[];
            title: string;
        };
        CourseEntry: {
            createdAt: string;
            description: string;
            id: string;
            isPublished: boolean;
            itemCount: number;
            title: string;
        };
        CourseProgress: {
            isComplete: boolean;
            nextCapsuleId: string | null;
            optional: number;
            optionalSolved: number;
            required: number;
            share: number;
            solved: number;
        };
        DeadLetter: {
            attempts: number;
            body?: unknown;
            failedAt: string;
            id: string;
            /** @enum {string} */
            queue: "events-queue" | "mails-queue" | "generation-queue";
            reason: string;
            replayedAt: string | null;
        };
        Embedding: {
            /** @description Whose pages may show the capsule in a frame; `*.` stands for all subdomains. Empty: all. */
            allowedOrigins: string[];
        };
        Execution: {
            compile?: {
                stderr: string;
                stdout: string;
                timeMs: number;
            };
            exitCode: number | null;
            memoryKb: number;
            rows?: components["schemas"]["ResultSet"];
            signal: string | null;
            stderr: string;
            stdout: string;
            timeMs: number;
            /** @enum {string} */
            verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
        };
        Explanation: {
            look: string;
            meaning: string;
        } | null;
        Failure: {
            error: {
                /** @enum {string} */
                code: "VALIDATION_FAILED" | "LINK_INVALID" | "INVALID_CREDENTIALS" | "UNAUTHENTICATED" | "INVALID_TOKEN" | "SCOPE_MISSING" | "ACCOUNT_SUSPENDED" | "ADMIN_ONLY" | "EMAIL_UNVERIFIED" | "CROSS_SITE_REQUEST" | "NOT_FOUND" | "EMAIL_TAKEN" | "ACCOUNT_NOT_LINKED" | "ALREADY_VERIFIED" | "LIMIT_REACHED" | "ALREADY_REPLAYED" | "PROOF_REQUIRED" | "PROOF_CANCELLED" | "NOT_PUBLISHED" | "IDEMPOTENCY_CONFLICT" | "DRAFT_CONFLICT" | "VERSION_CONFLICT" | "BODY_TOO_LARGE" | "SOURCE_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "ASSET_TYPE_REFUSED" | "RANGE_NOT_SATISFIABLE" | "NOTHING_FITS" | "NOT_REGENERABLE" | "GENERATION_REFUSED" | "NOT_PROVEN" | "VERSION_REQUIRED" | "RATE_LIMITED" | "QUOTA_EXCEEDED" | "INTERNAL" | "IDENTITY_UNAVAILABLE" | "MAIL_UNAVAILABLE" | "EXECUTION_DISABLED" | "SIGNUP_DISABLED" | "GENERATION_DISABLED" | "GENERATION_PAUSED" | "BUDGET_SPENT" | "MODEL_UNUSABLE" | "RUNNER_UNAVAILABLE" | "RUNNER_BUSY";
                details?: unknown;
                message: string;
            };
            requestId: string;
            /** @enum {boolean} */
            success: false;
        };
        Flag: {
            about: string;
            initial: boolean | number;
            /** @enum {string} */
            name: "execution.enabled" | "signup.enabled" | "generation.enabled" | "mentor.model.enabled" | "tracking.sample_rate";
            updatedAt: string | null;
            updatedBy: string | null;
            value: boolean | number;
        };
        Generation: {
            agents: {
                /** @enum {string} */
                agent: "pedagogist" | "coder" | "blind_solver" | "debugger" | "mentor" | "embedder";
                calls: number;
                costUsd: number;
                inputTokens: number;
                latencyMs: number;
                model: string;
                outputTokens: number;
            }[];
            /**
             * @description `bank`: no model is configured, and the exercise comes from the built-in bank.
             * @enum {string}
             */
            author: "model" | "bank";
            capsuleId: string | null;
            costUsd: number;
            createdAt: string;
            elapsedMs: number;
            endedAt: string | null;
            /** @description Why it failed, or what it waits for while it runs. */
            error: {
                /** @enum {string} */
                code: "VALIDATION_FAILED" | "LINK_INVALID" | "INVALID_CREDENTIALS" | "UNAUTHENTICATED" | "INVALID_TOKEN" | "SCOPE_MISSING" | "ACCOUNT_SUSPENDED" | "ADMIN_ONLY" | "EMAIL_UNVERIFIED" | "CROSS_SITE_REQUEST" | "NOT_FOUND" | "EMAIL_TAKEN" | "ACCOUNT_NOT_LINKED" | "ALREADY_VERIFIED" | "LIMIT_REACHED" | "ALREADY_REPLAYED" | "PROOF_REQUIRED" | "PROOF_CANCELLED" | "NOT_PUBLISHED" | "IDEMPOTENCY_CONFLICT" | "DRAFT_CONFLICT" | "VERSION_CONFLICT" | "BODY_TOO_LARGE" | "SOURCE_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "ASSET_TYPE_REFUSED" | "RANGE_NOT_SATISFIABLE" | "NOTHING_FITS" | "NOT_REGENERABLE" | "GENERATION_REFUSED" | "NOT_PROVEN" | "VERSION_REQUIRED" | "RATE_LIMITED" | "QUOTA_EXCEEDED" | "INTERNAL" | "IDENTITY_UNAVAILABLE" | "MAIL_UNAVAILABLE" | "EXECUTION_DISABLED" | "SIGNUP_DISABLED" | "GENERATION_DISABLED" | "GENERATION_PAUSED" | "BUDGET_SPENT" | "MODEL_UNUSABLE" | "RUNNER_UNAVAILABLE" | "RUNNER_BUSY";
                learnt?: string[];
            } | null;
            /** @description Of the bank. */
            familyId: string | null;
            fromCache: boolean;
            id: string;
            percent: number;
            repairs: number;
            /** @enum {string} */
            stage: "queued" | "accepted" | "pedagogist" | "coder" | "running" | "blind_solve" | "repair" | "mutants" | "saving" | "done";
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
        };
        Hint: {
            helpful: boolean | null;
            /** @description The text, rendered and sanitised. */
            html: string;
            id: string;
            /** @enum {string} */
            level: "nudge" | "guide" | "near_reveal";
            /**
             * @description `model`: written for you, about your code.
             * @enum {string}
             */
            source: "capsule" | "model";
            text: string;
        } | null;
        Job: {
            endedAt: string | null;
            error: {
                /** @enum {string} */
                code: "VALIDATION_FAILED" | "LINK_INVALID" | "INVALID_CREDENTIALS" | "UNAUTHENTICATED" | "INVALID_TOKEN" | "SCOPE_MISSING" | "ACCOUNT_SUSPENDED" | "ADMIN_ONLY" | "EMAIL_UNVERIFIED" | "CROSS_SITE_REQUEST" | "NOT_FOUND" | "EMAIL_TAKEN" | "ACCOUNT_NOT_LINKED" | "ALREADY_VERIFIED" | "LIMIT_REACHED" | "ALREADY_REPLAYED" | "PROOF_REQUIRED" | "PROOF_CANCELLED" | "NOT_PUBLISHED" | "IDEMPOTENCY_CONFLICT" | "DRAFT_CONFLICT" | "VERSION_CONFLICT" | "BODY_TOO_LARGE" | "SOURCE_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "ASSET_TYPE_REFUSED" | "RANGE_NOT_SATISFIABLE" | "NOTHING_FITS" | "NOT_REGENERABLE" | "GENERATION_REFUSED" | "NOT_PROVEN" | "VERSION_REQUIRED" | "RATE_LIMITED" | "QUOTA_EXCEEDED" | "INTERNAL" | "IDENTITY_UNAVAILABLE" | "MAIL_UNAVAILABLE" | "EXECUTION_DISABLED" | "SIGNUP_DISABLED" | "GENERATION_DISABLED" | "GENERATION_PAUSED" | "BUDGET_SPENT" | "MODEL_UNUSABLE" | "RUNNER_UNAVAILABLE" | "RUNNER_BUSY";
                retryAfterSeconds?: number;
            } | null;
            progress: {
                done: number;
                step: string;
                total: number;
            } | null;
            startedAt: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled";
            subject: string;
        };
        Judge: {
            /**
             * @default {
             *       "kind": "exact"
             *     }
             */
            comparer: {
                /** @constant */
                kind: "exact";
            } | {
                /** @default 1e-9 */
                absolute: number;
                /** @constant */
                kind: "float";
                /** @default 1e-9 */
                relative: number;
            } | {
                /** @constant */
                kind: "unordered";
            };
            functionName: string;
            /** @constant */
            kind: "function";
            params: {
                name: string;
                /** @description int, float, bool, string, any, list<T>, map<string, T>, optional<T> */
                type: string;
            }[];
            /** @description int, float, bool, string, any, list<T>, map<string, T>, optional<T> */
            returns: string;
        } | {
            /**
             * @default {
             *       "kind": "lines"
             *     }
             */
            comparer: {
                /** @constant */
                kind: "exact";
            } | {
                /** @default 1e-9 */
                absolute: number;
                /** @constant */
                kind: "float";
                /** @default 1e-9 */
                relative: number;
            } | {
                /** @constant */
                kind: "unordered";
            } | {
                /** @constant */
                kind: "tokens";
            } | {
                /** @constant */
                kind: "lines";
            } | {
                /** @constant */
                kind: "checker";
                /** @enum {string} */
                language: "python" | "javascript" | "java" | "c" | "cpp";
                source: string;
            };
            /** @constant */
            kind: "stdio";
        } | {
            entryPoint?: string;
            /** @constant */
            kind: "program";
        } | {
            /** @default false */
            compareColumnNames: boolean;
            /** @constant */
            kind: "query";
            /** @default false */
            ordered: boolean;
            setup?: string;
            /** @default 1e-9 */
            tolerance: number;
        };
        Judgement: {
            compile?: {
                stderr: string;
                stdout: string;
            };
            passed: number;
            tests: {
                actual?: {
                    text: string;
                } | {
                    table: components["schemas"]["ResultSet"];
                };
                expected?: {
                    text: string;
                } | {
                    table: components["schemas"]["ResultSet"];
                };
                hidden: boolean;
                input?: {
                    text: string;
                } | {
                    table: components["schemas"]["ResultSet"];
                };
                memoryKb: number;
                message?: string;
                name: string;
                stderr?: string;
                stdout?: string;
                timeMs: number;
                /** @enum {string} */
                verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
            }[];
            total: number;
            /** @enum {string} */
            verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
        };
        Mail: {
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "verify" | "reset";
            recipient: string;
            subject: string;
            text: string;
        };
        Member: {
            createdAt: string;
            email: string;
            emailVerified: boolean;
            id: string;
            name: string;
            overrides: {
                executionsPerDay: number | null;
                generationsPerDay: number | null;
            };
            /** @enum {string} */
            plan: "free" | "creator" | "team" | "enterprise";
            suspendedAt: string | null;
        };
        ModelSpending: {
            circuit: {
                failures: number;
                openUntil: string | null;
            };
            configuredUsd: number;
            day: string;
            days: {
                costUsd: number;
                day: string;
            }[];
            limitSetAt: string | null;
            limitSetBy: string | null;
            limitUsd: number;
            spentUsd: number;
        };
        Progress: {
            attempts: number;
            bestRunTimeMs: number | null;
            capsuleId: string;
            draft: {
                sourceCode: string;
                updatedAt: string;
            } | null;
            firstSolvedAt: string | null;
            lastSourceCode: string | null;
            solveTimeMs: number | null;
            startedAt: string;
            /** @enum {string} */
            status: "started" | "attempted" | "solved";
            updatedAt: string;
        } | null;
        ProgressEntry: {
            attempts: number;
            bestRunTimeMs: number | null;
            /** @description Null while the capsule is not published. */
            capsule: {
                /** @enum {string} */
                difficulty: "EASY" | "MEDIUM" | "HARD";
                /** @enum {string} */
                language: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
                title: string;
            } | null;
            capsuleId: string;
            firstSolvedAt: string | null;
            solveTimeMs: number | null;
            startedAt: string;
            /** @enum {string} */
            status: "started" | "attempted" | "solved";
            updatedAt: string;
        };
        Proof: {
            checks: {
                details: string[];
                /** @enum {string} */
                id: "agreement" | "stability" | "trivial_answers" | "wrong_solutions" | "mutants" | "limits" | "leaks";
                passed: boolean;
                summary: string;
                warning?: boolean;
            }[];
            contentHash: string;
            createdAt: string;
            durationMs: number;
            mutation: {
                durationMs: number;
                equivalent: number;
                killed: number;
                made: number;
                score: number | null;
                survivors: {
                    diff: string;
                    killer?: {
                        [key: string]: unknown;
                    };
                    line: number;
                    /** @enum {string} */
                    operator: "comparison" | "arithmetic" | "logical" | "assignment" | "constant" | "negated_condition" | "removed_statement" | "swapped_arguments" | "sql_clause" | "sql_keyword" | "sql_function";
                }[];
            } | null;
            passed: boolean;
            quality: number | null;
            runs: number;
            slowestSolutionMs: number;
        };
        ResultSet: {
            columns: string[];
            rows: (null | number | string | {
                blob: string;
            } | {
                integer: string;
            } | {
                /** @enum {string} */
                real: "Infinity" | "-Infinity";
            })[][];
        };
        ServiceStatus: {
            databaseBytes: number;
            deadLetters: number;
            events: {
                countedAt: string | null;
                uncounted: number;
            };
            generations: {
                oldestQueuedAt: string | null;
                queued: number;
                running: number;
            };
            mails: {
                oldestQueuedAt: string | null;
                queued: number;
            };
            runners: {
                total: number;
                up: number;
            };
        };
        Usage: {
            apiKeys: number;
            assetBytes: number;
            capsules: number;
            daily: {
                /** @enum {string} */
                kind: "executions" | "generations" | "anonymous";
                limit: number | null;
                used: number;
            }[];
            hintsPerCapsulePerDay: number;
            /** @enum {string} */
            plan: "free" | "creator" | "team" | "enterprise";
            requestsPerMinute: number;
            resetsAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    eraseAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Your address, so that it does not happen by accident. */
                    email: string;
                    /** @description Needed if the account has one. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. INVALID_CREDENTIALS: E-mail or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    exportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As application/jsonl, a line a record: `{"kind", …}`. The last one, of the kind `end`, says how many there are; without it something is missing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Spending. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ModelSpending"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    setBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dailyUsd: number | null;
                };
            };
        };
        responses: {
            /** @description Spending. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ModelSpending"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                queue?: "events-queue" | "mails-queue" | "generation-queue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["DeadLetter"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on the queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadLetter"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ALREADY_REPLAYED: This dead letter was sent again before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listFlags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Flag"][];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    setFlag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    name: "execution.enabled" | "signup.enabled" | "generation.enabled" | "mentor.model.enabled" | "tracking.sample_rate";
                    value: boolean | number;
                };
            };
        };
        responses: {
            /** @description The flags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Flag"][];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ServiceStatus"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those whose address or name contains `q`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["Member"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    setMemberPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    plan: "free" | "creator" | "team" | "enterprise";
                };
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    resumeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    suspendMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ADMIN_ONLY: This is for those who run the service. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCapsuleReport: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counted up to the last quarter of an hour. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            errors: {
                                count: number;
                                firstAt: string;
                                lastAt: string;
                                message: string;
                                sample: string;
                                /** @enum {string} */
                                verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
                            }[];
                            funnel: {
                                edited: number;
                                passed: number;
                                ran: number;
                                submitted: number;
                                viewed: number;
                            };
                            item: {
                                /** @description 1 − the share of learners that pass. */
                                difficulty: number | null;
                                /** @description Point-biserial, against the other items; null below ten learners. */
                                discrimination: number | null;
                                learners: number;
                            };
                            tests: {
                                failures: number;
                                submissions: number;
                                test: string;
                                version: number;
                            }[];
                            /** @description Every day of the period, UTC. */
                            timeline: {
                                day: string;
                                edits: number;
                                hints: number;
                                impressions: number;
                                passes: number;
                                runs: number;
                                submissions: number;
                                views: number;
                            }[];
                            totals: components["schemas"]["CapsuleTotals"];
                            waysToPass: {
                                attempts: {
                                    attempts: number;
                                    learners: number;
                                }[];
                                medianAttempts: number | null;
                                medianMs: number | null;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCourseReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counted up to the last quarter of an hour. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            items: {
                                capsuleId: string;
                                /** @description 1 − the share of learners that pass. */
                                difficulty: number | null;
                                /** @description Point-biserial, against the other items; null below ten learners. */
                                discrimination: number | null;
                                learners: number;
                                optional: boolean;
                                title: string;
                            }[];
                            learners: {
                                finished: number;
                                started: number;
                            };
                            others: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counted up to the last quarter of an hour. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            capsules: (components["schemas"]["CapsuleTotals"] & {
                                capsuleId: string;
                                /** @description 1 − the share of learners that pass. */
                                difficulty: number | null;
                                /** @description Point-biserial, against the other items; null below ten learners. */
                                discrimination: number | null;
                                isPublished: boolean;
                                title: string;
                            })[];
                            /** @description Every day of the period, UTC. */
                            timeline: {
                                day: string;
                                edits: number;
                                hints: number;
                                impressions: number;
                                passes: number;
                                runs: number;
                                submissions: number;
                                views: number;
                            }[];
                            totals: {
                                edits: number;
                                hints: number;
                                impressions: number;
                                passes: number;
                                submissions: number;
                                totalRuns: number;
                                views: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getPublicStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The completion rate is null while fewer than five learners have tried. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            completionRate: number | null;
                            totalRuns: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    trackEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: {
                        /** Format: date-time */
                        at?: string;
                        capsuleId: string;
                        durationMs?: number;
                        id: string;
                        session?: string;
                        /** @enum {string} */
                        type: "impression" | "view" | "edit";
                    }[];
                };
            };
        };
        responses: {
            /** @description Taken. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            accepted: number;
                            dropped: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listAssets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Asset"][];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getAsset: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path: {
                capsuleId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RANGE_NOT_SATISFIABLE: The file is shorter than that. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    saveAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Asset"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description LIMIT_REACHED: You have as many of these as your plan allows. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ASSET_TYPE_REFUSED: This kind of file is not taken, or it is not what its name says. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are not revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 90 */
                    expiresInDays?: number | null;
                    name: string;
                    scopes: ("capsules:read" | "capsules:write" | "execute" | "progress" | "generate" | "analytics:read")[];
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"] & {
                            key: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description LIMIT_REACHED: You have as many of these as your plan allows. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It works no more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    finishProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "github" | "google";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page, signed in; or with `error`, such as `account_not_linked`. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Changed; the cookie is set anew. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. INVALID_CREDENTIALS: E-mail or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    forgetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description If there is an account, a mail is on its way. Nothing tells whether there is one. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description MAIL_UNAVAILABLE: No mail is sent from here. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Sign in with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description LINK_INVALID: This link is not valid any more. VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are configured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: ("github" | "google")[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, or null. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            user: {
                                /** @description Whether this session may administer; Cloudflare Access, where it is set up, says who else. */
                                administers: boolean;
                                email: string;
                                emailVerified: boolean;
                                id: string;
                                name: string;
                                plan: string;
                                scopes: string[];
                                /** @enum {string} */
                                via: "session" | "api_key" | "supabase";
                            } | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            createdAt: string;
                            expiresAt: string;
                            id: string;
                            isCurrent: boolean;
                            userAgent: string | null;
                        }[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    endAllSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    startProviderSignIn: {
        parameters: {
            query?: {
                next?: string;
            };
            header?: never;
            path: {
                provider: "github" | "google";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            email: string;
                            id: string;
                            name: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INVALID_CREDENTIALS: E-mail or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ACCOUNT_SUSPENDED: This account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the cookie is set. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            email: string;
                            id: string;
                            name: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description EMAIL_TAKEN: There is an account with this e-mail already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    openVerificationLink: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page, with `email=verified`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LINK_INVALID: This link is not valid any more. VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description It is verified. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description LINK_INVALID: This link is not valid any more. VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    sendVerificationMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description ALREADY_VERIFIED: Your e-mail address is verified already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description MAIL_UNAVAILABLE: No mail is sent from here. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listCapsules: {
        parameters: {
            query?: {
                cursor?: string;
                difficulty?: "EASY" | "MEDIUM" | "HARD";
                language?: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
                limit?: number;
                /** @description Words to look for in title, statement, tags and language. */
                q?: string;
                tag?: string;
                type?: "CODE" | "SQL";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["CatalogueEntry"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    createCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Capsule"];
            };
        };
        responses: {
            /** @description Stored as version 1. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contentHash: string;
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description LIMIT_REACHED: You have as many of these as your plan allows. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without solution and hidden tests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CapsuleView"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    updateCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Capsule"];
            };
        };
        responses: {
            /** @description Stored as a new version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contentHash: string;
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_REQUIRED: Send If-Match with the ETag of what you are changing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; it can be restored for 30 days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getEmbedding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Embedding"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    setEmbedding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Embedding"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Embedding"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Proof"] & {
                            fresh: boolean;
                            report: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    publishCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            publishedVersion: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description EMAIL_UNVERIFIED: Verify your e-mail address first. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description PROOF_REQUIRED: The capsule has no fresh passing proof. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    regenerateCapsule: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    part: "statement" | "hints" | "tests" | "solution";
                };
            };
        };
        responses: {
            /** @description It has been started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            author: "model" | "bank";
                            eventsUrl: string;
                            jobId: string;
                            /**
                             * @description `whole`: no model is configured, and the bank makes another exercise of the same family.
                             * @enum {string}
                             */
                            replaces: "part" | "whole";
                            statusUrl: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description IDEMPOTENCY_CONFLICT: This Idempotency-Key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_REGENERABLE: No part of this capsule can be written anew here. NOTHING_FITS: The built-in bank has no exercise of this kind, and no model is configured here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_REQUIRED: Send If-Match with the ETag of what you are changing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description GENERATION_DISABLED: Generating capsules is switched off for a while. GENERATION_PAUSED: The model can’t be reached right now. BUDGET_SPENT: Today’s budget for generation is spent. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    previewRegrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            changes: {
                                createdAt: string;
                                from: {
                                    passed: number;
                                    total: number;
                                    /** @enum {string} */
                                    verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
                                };
                                learnerName: string | null;
                                submissionId: string;
                                to: {
                                    passed: number;
                                    total: number;
                                    /** @enum {string} */
                                    verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
                                };
                            }[];
                            job: components["schemas"]["Job"] & (Record<string, never> | null);
                            outdated: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_PUBLISHED: The capsule is not published. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    startRegrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview has been started, or is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_PUBLISHED: The capsule is not published. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    leaveRegrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    applyRegrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Applied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            changed: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_PUBLISHED: The capsule is not published. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    restoreCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description LIMIT_REACHED: You have as many of these as your plan allows. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    runCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source_code: string;
                    stdin?: string;
                };
            };
        };
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            judgement: components["schemas"]["Judgement"];
                            /** @enum {string} */
                            kind: "tests";
                        } | {
                            execution: components["schemas"]["Execution"];
                            /** @enum {string} */
                            kind: "execution";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description SOURCE_TOO_LARGE: The source is over 50 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RUNNER_UNAVAILABLE: Programs can’t be run right now. SQL still can. RUNNER_BUSY: Many programs are running right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCapsuleSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            capsule: components["schemas"]["Capsule"];
                            contentHash: string;
                            id: string;
                            publishedVersion: number | null;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    submitCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source_code: string;
                };
            };
        };
        responses: {
            /** @description The verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Judgement"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description SOURCE_TOO_LARGE: The source is over 50 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RUNNER_UNAVAILABLE: Programs can’t be run right now. SQL still can. RUNNER_BUSY: Many programs are running right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    unpublishCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hidden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getProofJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest proof job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    verifyCapsule: {
        parameters: {
            query?: never;
            header?: {
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence; `passed` says whether it holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Proof"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description It has been started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description PROOF_CANCELLED: The proof was cancelled before it ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RUNNER_UNAVAILABLE: Programs can’t be run right now. SQL still can. RUNNER_BUSY: Many programs are running right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    cancelProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job; one that had ended before stays as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    followProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event `progress` with the job at each change; the stream ends with the job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contentHash: string;
                            createdAt: string;
                            version: number;
                        }[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            capsule: components["schemas"]["Capsule"];
                            contentHash: string;
                            createdAt: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stored as a new version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            contentHash: string;
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listMyCapsules: {
        parameters: {
            query?: {
                cursor?: string;
                difficulty?: "EASY" | "MEDIUM" | "HARD";
                language?: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
                limit?: number;
                /** @description Words to look for in title, statement, tags and language. */
                q?: string;
                state?: "draft" | "published" | "deleted";
                tag?: string;
                type?: "CODE" | "SQL";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["CatalogueEntry"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listCourses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["CourseEntry"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    createCourse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseDocument"];
            };
        };
        responses: {
            /** @description Stored as version 1. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The course. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Course"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    updateCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseDocument"];
            };
        };
        responses: {
            /** @description Stored as a new version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            version: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_REQUIRED: Send If-Match with the ETag of what you are changing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    deleteCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted for good. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description VERSION_CONFLICT: This has changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getCourseProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CourseProgress"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    publishCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    unpublishCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hidden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listMyCourses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["CourseEntry"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    execute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    args?: string[];
                    /** @default [] */
                    files?: {
                        content: string;
                        name: string;
                    }[];
                    /** @enum {string} */
                    language: "python" | "javascript" | "java" | "c" | "cpp";
                    source_code: string;
                    /** @default  */
                    stdin?: string;
                } | {
                    /** @enum {string} */
                    language: "sql";
                    setup?: string;
                    source_code: string;
                };
            };
        };
        responses: {
            /** @description How it went; a program that fails is an answer too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Execution"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description SOURCE_TOO_LARGE: The source is over 50 KB. BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RUNNER_UNAVAILABLE: Programs can’t be run right now. SQL still can. RUNNER_BUSY: Many programs are running right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    executeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cases: {
                        /** @default [] */
                        args?: string[];
                        /** @default  */
                        stdin?: string;
                    }[];
                    /** @enum {string} */
                    language: "python" | "javascript" | "java" | "c" | "cpp";
                    /** @default {} */
                    limits?: {
                        /** @default 256 */
                        memoryMb?: number;
                        /** @default 2000 */
                        timeMs?: number;
                    };
                    source_code: string;
                };
            };
        };
        responses: {
            /** @description One outcome a case, in order; none when the program does not compile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            cases: {
                                exitCode: number | null;
                                memoryKb: number;
                                signal: string | null;
                                stderr: string;
                                stdout: string;
                                timeMs: number;
                                /** @enum {string} */
                                verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
                            }[];
                            compile?: {
                                stderr: string;
                                stdout: string;
                                timeMs: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description SOURCE_TOO_LARGE: The source is over 50 KB. BODY_TOO_LARGE: The request body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RUNNER_UNAVAILABLE: Programs can’t be run right now. SQL still can. RUNNER_BUSY: Many programs are running right now. Try again in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    connectToProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A WebSocket. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description CROSS_SITE_REQUEST: This request comes from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listLanguages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The languages; without a runner, SQL alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            aliases: string[];
                            language: string;
                            /** @enum {string} */
                            tier: "edge" | "runner";
                            version: string;
                        }[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    startGeneration: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    difficulty: "EASY" | "MEDIUM" | "HARD";
                    /** @enum {string} */
                    language: "python" | "javascript" | "java" | "c" | "cpp" | "sql";
                    prompt: string;
                };
            };
        };
        responses: {
            /** @description It has been started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * @description `bank`: no model is configured, and the exercise comes from the built-in bank.
                             * @enum {string}
                             */
                            author: "model" | "bank";
                            eventsUrl: string;
                            jobId: string;
                            statusUrl: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description LIMIT_REACHED: You have as many of these as your plan allows. IDEMPOTENCY_CONFLICT: This Idempotency-Key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOTHING_FITS: The built-in bank has no exercise of this kind, and no model is configured here. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description GENERATION_DISABLED: Generating capsules is switched off for a while. GENERATION_PAUSED: The model can’t be reached right now. BUDGET_SPENT: Today’s budget for generation is spent. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    cancelGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job; one that had ended before stays as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Generation"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    followGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event `progress` with the job at each change; the stream ends with the job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Generation"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            status: "ok";
                            version: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            database: "up" | "down";
                            ready: boolean;
                            /** @enum {string} */
                            runner: "up" | "down";
                            runners: {
                                total: number;
                                up: number;
                            };
                            /** @enum {string} */
                            sql: "up" | "down";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description Not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            database: "up" | "down";
                            ready: boolean;
                            /** @enum {string} */
                            runner: "up" | "down";
                            runners: {
                                total: number;
                                up: number;
                            };
                            /** @enum {string} */
                            sql: "up" | "down";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
        };
    };
    createLearner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            token: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    judgeHint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    helpful: boolean;
                    hintId: string;
                };
            };
        };
        responses: {
            /** @description Kept for the author. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: Record<string, never>;
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INVALID_TOKEN: The key or token is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    askForHint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    capsuleId: string;
                    /** @description What you have written so far, for a hint about it. */
                    code?: string;
                    /** @description How the last run or submission ended: its verdict, what it wrote to stderr, and the name of the test that failed. */
                    error?: {
                        message: string;
                        test?: string;
                        /** @enum {string} */
                        verdict: "accepted" | "wrong_answer" | "runtime_error" | "time_limit" | "memory_limit" | "output_limit" | "compile_error" | "internal_error";
                    };
                };
            };
        };
        responses: {
            /** @description Help. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            explanation: components["schemas"]["Explanation"];
                            hint: components["schemas"]["Hint"];
                            left: number;
                            /**
                             * @description How it stands with a hint about your code: `ladder_first`: the capsule’s own come first; `needs_code`: send it; `withheld`: the model would not answer, or gave something away; `unavailable`: it did not answer; `off`: no model answers here.
                             * @enum {string}
                             */
                            personal: "given" | "ladder_first" | "needs_code" | "withheld" | "unavailable" | "off";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INVALID_TOKEN: The key or token is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description QUOTA_EXCEEDED: The allowance for today is used up. RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getMentorStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So far. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            hints: components["schemas"]["Hint"][];
                            /** @description Whether a model gives hints about your code after them. */
                            isPersonal: boolean;
                            /** @description Of the capsule’s own. */
                            left: number;
                            leftToday: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INVALID_TOKEN: The key or token is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getHintUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row a step of the ladder, of the published version, and one for all hints of a model together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            given: number;
                            helpful: number;
                            notHelpful: number;
                            solvedAfter: number;
                            /** @enum {string} */
                            source: "capsule" | "model";
                            step: number | null;
                        }[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_PUBLISHED: The capsule is not published. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mail"][];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listProgress: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            data: components["schemas"]["ProgressEntry"][];
                            page: {
                                limit: number;
                                nextCursor: string | null;
                                total: number;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. INVALID_TOKEN: The key or token is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your progress, or null when there is none yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Progress"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    ifUpdatedAt?: string | null;
                    source_code: string;
                };
            };
        };
        responses: {
            /** @description Kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            updatedAt: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description NOT_FOUND: There is nothing here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description DRAFT_CONFLICT: You have typed something else in another window. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description SOURCE_TOO_LARGE: The source is over 50 KB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    claimProgress: {
        parameters: {
            query?: never;
            header: {
                "x-learner-token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many capsules it was; none when it was done before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            capsules: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. INVALID_TOKEN: The key or token is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The 200 most used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            count: number;
                            tag: string;
                        }[];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Limits and counts; a limit of null is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Usage"];
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_FAILED: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description UNAUTHENTICATED: Sign in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description RATE_LIMITED: Too many requests. Wait a little. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
}
