// Made by test/openapi/generate.ts from the OpenAPI document. Don't edit.

export interface paths {
    "/auth/otp/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time code to a phone
         * @description By WhatsApp. A new code voids the one before. The answer is the same whether the number is known or not. When codes are asked for or guessed at unusually often, it takes a proof of work: `challenge_required` brings an [ALTCHA](https://altcha.org) challenge, whose solution belongs into `challenge` of the same request.
         *
         *     Open to everybody. MCP: `auth_otp_send` · CLI: `smarteros auth otp-send`
         */
        post: operations["auth_otp_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with the code
         * @description Opens a session: a cookie for browsers, tokens for programs. A number that nobody used before becomes a new person.
         *
         *     Open to everybody. MCP: `auth_otp_verify` · CLI: `smarteros auth otp-verify`
         */
        post: operations["auth_otp_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for the next pair of tokens
         * @description Each works once. Using one a second time ends the session, as one of its two users is a thief.
         *
         *     Open to everybody. MCP: `auth_refresh` · CLI: `smarteros auth refresh`
         */
        post: operations["auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description Needs the operator's key. MCP: `auth_logout` · CLI: `smarteros auth logout`
         */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say who is logged in
         * @description Needs the operator's key. MCP: `auth_me` · CLI: `smarteros auth me`
         */
        get: operations["auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/development": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the development sender sent, newest last
         * @description Needs the operator's key. MCP: `messages_development` · CLI: `smarteros messages development`
         */
        get: operations["messages_development"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List companies, newest first
         * @description Needs the operator's key. MCP: `tenants_list` · CLI: `smarteros tenants list`
         */
        get: operations["tenants_list"];
        put?: never;
        /**
         * Create a company
         * @description Known by country and tax id. The check digit is verified; the compact form becomes the slug. A person becomes its owner.
         *
         *     Needs the operator's key or the operator's key. MCP: `tenants_create` · CLI: `smarteros tenants create`
         */
        post: operations["tenants_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a company
         * @description Needs the scope `tenants:read` or the operator's key. MCP: `tenants_get` · CLI: `smarteros tenants get`
         */
        get: operations["tenants_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a company’s name
         * @description Needs the scope `tenants:write` or the operator's key. MCP: `tenants_update` · CLI: `smarteros tenants update`
         */
        patch: operations["tenants_update"];
        trace?: never;
    };
    "/tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a company
         * @description Every credential and form of the company is refused at once and its jobs wait. Nothing is deleted.
         *
         *     Needs the operator's key. MCP: `tenants_suspend` · CLI: `smarteros tenants suspend`
         */
        post: operations["tenants_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a suspended company work again
         * @description Needs the operator's key. MCP: `tenants_resume` · CLI: `smarteros tenants resume`
         */
        post: operations["tenants_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, newest first
         * @description Needs the scope `keys:read`. MCP: `keys_list` · CLI: `smarteros keys list`
         */
        get: operations["keys_list"];
        put?: never;
        /**
         * Create an API key
         * @description The key is shown once, in this answer. `*` stands for all scopes of the company.
         *
         *     Needs the scope `keys:write`. MCP: `keys_create` · CLI: `smarteros keys create`
         */
        post: operations["keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{id}": {
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
         * Revoke an API key at once
         * @description Revoking it again changes nothing.
         *
         *     Needs the scope `keys:destroy`. MCP: `keys_revoke` · CLI: `smarteros keys revoke`
         */
        delete: operations["keys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a company as operator, for an hour at the most
         * @description Answers a token that holds all scopes of the company. The opening and everything done with it stand in the company’s audit. A suspended company can be entered, e.g. to export its data.
         *
         *     Needs the operator's key. MCP: `grants_open` · CLI: `smarteros grants open`
         */
        post: operations["grants_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connected agents, newest first
         * @description Your own in all of your companies, or everybody’s in the company that you chose, for whoever may see its keys.
         *
         *     Needs the operator's key. MCP: `oauth_grants` · CLI: `smarteros oauth grants`
         */
        get: operations["oauth_grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/grants/{id}": {
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
         * Disconnect an agent at once
         * @description All of its tokens end with it. For who let it in, and for whoever may revoke the company’s keys. Doing it again changes nothing.
         *
         *     Needs the operator's key. MCP: `oauth_revoke` · CLI: `smarteros oauth revoke`
         */
        delete: operations["oauth_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search contacts, newest first
         * @description Needs the scope `contacts:read`. MCP: `core_contacts` · CLI: `smarteros core contacts`
         */
        get: operations["core_contacts"];
        put?: never;
        /**
         * Create a contact
         * @description Needs the scope `contacts:write`. MCP: `contacts_create` · CLI: `smarteros contacts create`
         */
        post: operations["contacts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact
         * @description Needs the scope `contacts:read`. MCP: `contacts_get` · CLI: `smarteros contacts get`
         */
        get: operations["contacts_get"];
        put?: never;
        post?: never;
        /**
         * Delete a contact
         * @description Needs the scope `contacts:destroy`. MCP: `contacts_delete` · CLI: `smarteros contacts delete`
         */
        delete: operations["contacts_delete"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description Fields that are left out stay as they are; null clears a field.
         *
         *     Needs the scope `contacts:write`. MCP: `contacts_update` · CLI: `smarteros contacts update`
         */
        patch: operations["contacts_update"];
        trace?: never;
    };
    "/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a public contact form and its consent text
         * @description Open to everybody. MCP: `contacts_form` · CLI: `smarteros contacts form`
         */
        get: operations["contacts_form"];
        put?: never;
        /**
         * Send a message through a public contact form
         * @description Needs no credential. `consent` must be true: the sender agrees to the words that `GET /contact` shows.
         *
         *     Open to everybody. MCP: `core_contact` · CLI: `smarteros core contact`
         */
        post: operations["core_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public contact forms
         * @description Needs the scope `contacts:read`. MCP: `forms_list` · CLI: `smarteros forms list`
         */
        get: operations["forms_list"];
        put?: never;
        /**
         * Create a public contact form
         * @description Needs the scope `contacts:write`. MCP: `forms_create` · CLI: `smarteros forms create`
         */
        post: operations["forms_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List WhatsApp messages, newest first
         * @description Needs the scope `messages:read`. MCP: `messages_list` · CLI: `smarteros messages list`
         */
        get: operations["messages_list"];
        put?: never;
        /**
         * Send a WhatsApp message
         * @description Give `text` or `template`. Text may be sent for 24 hours after the person last wrote to the company; later only an approved template, or the answer is `whatsapp_window_closed`. The message is sent after this answer: its status says what became of it.
         *
         *     Needs the scope `messages:write`. MCP: `messages_send` · CLI: `smarteros messages send`
         */
        post: operations["messages_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what, newest first
         * @description The operator without a company sees the platform’s own audit.
         *
         *     Needs the scope `audit:read` or the operator's key. MCP: `audit_list` · CLI: `smarteros audit list`
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything that SmarterOS keeps about the company
         * @description All rows of all tables, page by page, in a stable order. Works for a suspended company through the operator’s grant.
         *
         *     Needs the scope `export:read`. MCP: `tenants_export` · CLI: `smarteros tenants export`
         */
        get: operations["tenants_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what this is and where everything stands
         * @description Open to everybody. MCP: `core_root` · CLI: `smarteros core root`
         */
        get: operations["core_root"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether SmarterOS and what it stands on are well
         * @description Each engine is `configured` or `not_configured`; what was measured stands under `checks`. Answers 503 when unhealthy.
         *
         *     Open to everybody. MCP: `core_health` · CLI: `smarteros core health`
         */
        get: operations["core_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registry.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every tool by category
         * @description Open to everybody. MCP: `core_registry` · CLI: `smarteros core registry`
         */
        get: operations["core_registry"];
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
        /**
         * Problem
         * @description What every refusal looks like (RFC 9457).
         */
        Problem: {
            /**
             * Format: uri
             * @description Names the kind of problem: `urn:smarteros:error:<code>`.
             */
            type: string;
            /** @description What happened, for people, in the language asked for (en or es). */
            title: string;
            /** @description The response's HTTP status. */
            status: number;
            /**
             * @description Stable for ever: decide by this.
             * @enum {string}
             */
            code: "invalid_input" | "malformed_request" | "unauthenticated" | "forbidden" | "step_up_required" | "tenant_required" | "otp_invalid" | "otp_expired" | "otp_tries_exceeded" | "challenge_required" | "phone_country_not_allowed" | "refresh_invalid" | "insufficient_scope" | "tenant_suspended" | "origin_not_allowed" | "not_found" | "method_not_allowed" | "conflict" | "tax_id_taken" | "whatsapp_window_closed" | "whatsapp_unreachable" | "idempotency_in_progress" | "version_conflict" | "payload_too_large" | "unsupported_media_type" | "idempotency_key_reused" | "rate_limited" | "internal" | "unavailable";
            /** @description More about this one case. */
            detail?: string;
            /** @description The values that were refused. */
            errors?: {
                /** @description Where it stands, e.g. `tags[0].name`. */
                field: string;
                /** @description The rule it broke, e.g. `required`. */
                code: string;
                /** @description What was expected, for people. */
                message: string;
            }[];
            /** @description What a program needs to go on. With `challenge_required`: `challenge`, an ALTCHA challenge (version 2, SHA-256). */
            data?: {
                [key: string]: unknown;
            };
            /** @description Name it when you ask for help; the same as `X-Request-Id`. */
            requestId?: string;
        };
        AgentGrant: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The company in which it acts.
             */
            tenantId: string;
            /**
             * Format: uuid
             * @description Who let it in.
             */
            ugid: string;
            /** @description Its registered id, or the address of its metadata document. */
            clientId: string;
            /** @description What it called itself then; anybody can call himself anything. */
            clientName: string;
            /** @description What it may do, as long as that person may. */
            scopes: string[];
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            expiresAt: string;
            revokedAt: string | null;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** @description ISO 8601, UTC, milliseconds. */
            at: string;
            actor: {
                /** @enum {string} */
                kind: "anonymous" | "operator" | "key" | "grant" | "job" | "person" | "agent";
                id: string | null;
                name: string;
            };
            /** @description What happened, e.g. contact.created. */
            action: string;
            operation: string;
            /** @description Id of what was acted on. */
            target: string | null;
            requestId: string;
        };
        CodeSent: {
            /** @description Seconds until the code stops working. */
            expiresIn: number;
            /** @description Seconds until another one can be asked for. */
            resendAfter: number;
            /** @description How many digits the code has. */
            digits: number;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            name: string;
            email?: string;
            /** @description E.164. */
            phone?: string;
            /** @description Canonical; with its country’s prefix when that isn’t the company’s. */
            taxId?: string;
            tags: string[];
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description Goes up with each change; the ETag. */
            version: number;
        };
        DevelopmentMessages: {
            data: {
                to: string;
                text: string;
                /** @description ISO 8601, UTC, milliseconds. */
                at: string;
            }[];
        };
        Form: {
            /** Format: uuid */
            id: string;
            name: string;
            consentText: string;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
        };
        Grant: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            tenantId: string;
            /** @description Bearer token; null when an answer is repeated. */
            token: string | null;
            reason: string;
            /** @description ISO 8601, UTC, milliseconds. */
            expiresAt: string;
        };
        HealthCheck: {
            ok: boolean;
            /** @description How long the check took. */
            latencyMs: number;
            /** @description Since when it is like this. */
            since: string;
        };
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The key’s first characters, to recognise it by. */
            prefix: string;
            scopes: string[];
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description To within a minute. */
            lastUsedAt: string | null;
        };
        LoggedOut: {
            ended: boolean;
        };
        Login: {
            /**
             * Format: uuid
             * @description The person’s id in all systems.
             */
            ugid: string;
            /** @description Bearer token (JWT), for programs; browsers use the cookie that came along. */
            accessToken: string | null;
            /** @description Seconds that the access token lives. */
            expiresIn: number;
            /** @description Exchange it once for the next pair at POST /auth/refresh. */
            refreshToken: string | null;
            /** @description Companies they belong to, for X-Smarteros-Tenant. */
            tenants: components["schemas"]["TenantChoice"][];
        };
        Me: {
            /** Format: uuid */
            ugid: string;
            name: string | null;
            /** @description E.164. */
            phone: string | null;
            email: string | null;
            /** @enum {string} */
            language: "es" | "en";
            operator: boolean;
            tenants: components["schemas"]["TenantChoice"][];
        };
        Message: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** @description The person’s number, E.164. */
            peer: string;
            /** @description text or template; of incoming ones what WhatsApp calls it, e.g. image. */
            kind: string;
            text?: string;
            template?: {
                name: string;
                language: string;
                parameters: string[];
            };
            /**
             * @description The furthest that is known. `sent` means accepted by WhatsApp, not arrived.
             * @enum {string}
             */
            status: "queued" | "sent" | "delivered" | "read" | "failed" | "received";
            /**
             * @description Why it failed, or why the last try did.
             * @enum {string}
             */
            failure?: "token" | "permission" | "rate" | "parameters" | "transient" | "undeliverable" | "same_number" | "locked" | "billing" | "window_closed" | "withheld" | "unsupported" | "template" | "not_registered" | "not_configured" | "unknown";
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description When WhatsApp accepted it; of incoming ones, when it was written. */
            sentAt?: string;
            /** @description ISO 8601, UTC, milliseconds. */
            deliveredAt?: string;
            /** @description ISO 8601, UTC, milliseconds. */
            readAt?: string;
            /** @description ISO 8601, UTC, milliseconds. */
            failedAt?: string;
        };
        MessageTemplate: {
            /** @description As it is called in WhatsApp Manager. */
            name: string;
            /** @description A language in which it is approved, e.g. es or es_CL. */
            language: string;
            /**
             * @description What fills {{1}}, {{2}} … of the body.
             * @default []
             */
            parameters?: string[];
        };
        Tenant: {
            /** Format: uuid */
            id: string;
            /** @description Its name in addresses and on the command line. */
            slug: string;
            /** @description Canonical tax id, e.g. 12345678-5. */
            taxId: string;
            /** @enum {string} */
            country: "CL" | "AR" | "PE";
            name: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Whether its claim to the tax id was proved. */
            verified: boolean;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            version: number;
        };
        TenantChoice: {
            slug: string;
            name: string;
            role: string;
        };
        Tokens: {
            /** @description Bearer token (JWT), for programs; browsers use the cookie that came along. */
            accessToken: string | null;
            /** @description Seconds that the access token lives. */
            expiresIn: number;
            /** @description Exchange it once for the next pair at POST /auth/refresh. */
            refreshToken: string | null;
        };
        Tool: {
            /** @description The name that MCP lists. */
            name: string;
            /** @description The dotted name, as CLI and docs write it. */
            operation: string;
            summary: string;
            /** @enum {string} */
            effect: "read" | "write" | "destroy";
            /**
             * @description Who may call it: anybody, a key with the scopes, or the operator.
             * @enum {string}
             */
            credential: "none" | "key" | "operator";
            /** @description One of these is enough. */
            scopes: string[];
        };
        ToolCatalogue: {
            categories: components["schemas"]["ToolCategory"][];
            count: number;
        };
        ToolCategory: {
            name: string;
            tools: components["schemas"]["Tool"][];
        };
    };
    responses: {
        /**
         * @description `challenge_required`: Solve the challenge and send its solution along.
         *
         *     `phone_country_not_allowed`: No codes are sent to numbers of this country.
         */
        ChallengeRequiredOrPhoneCountryNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "challenge_required" | "phone_country_not_allowed";
                };
            };
        };
        /** @description `forbidden`: This credential may not do that. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "forbidden";
                };
            };
        };
        /**
         * @description `forbidden`: This credential may not do that.
         *
         *     `insufficient_scope`: The credential lacks a scope.
         *
         *     `tenant_suspended`: This company is suspended.
         */
        ForbiddenOrInsufficientScopeOrTenantSuspended: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "forbidden" | "insufficient_scope" | "tenant_suspended";
                };
            };
        };
        /** @description `idempotency_in_progress`: The same request is still being worked on. */
        IdempotencyInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "idempotency_in_progress";
                };
            };
        };
        /** @description `idempotency_key_reused`: This idempotency key was used for another request. */
        IdempotencyKeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 422;
                    /** @enum {string} */
                    code: "idempotency_key_reused";
                };
            };
        };
        /**
         * @description `insufficient_scope`: The credential lacks a scope.
         *
         *     `tenant_suspended`: This company is suspended.
         */
        InsufficientScopeOrTenantSuspended: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "insufficient_scope" | "tenant_suspended";
                };
            };
        };
        /** @description `internal`: Something went wrong on our side. */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 500;
                    /** @enum {string} */
                    code: "internal";
                };
            };
        };
        /** @description `invalid_input`: The request has invalid values. */
        InvalidInput: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 400;
                    /** @enum {string} */
                    code: "invalid_input";
                };
            };
        };
        /**
         * @description `invalid_input`: The request has invalid values.
         *
         *     `malformed_request`: The request could not be read.
         */
        InvalidInputOrMalformedRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 400;
                    /** @enum {string} */
                    code: "invalid_input" | "malformed_request";
                };
            };
        };
        /** @description `not_found`: There is nothing here by that name. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 404;
                    /** @enum {string} */
                    code: "not_found";
                };
            };
        };
        /**
         * @description `otp_tries_exceeded`: Too many wrong codes. Ask for a new one.
         *
         *     `rate_limited`: Too many requests.
         */
        OtpTriesExceededOrRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 429;
                    /** @enum {string} */
                    code: "otp_tries_exceeded" | "rate_limited";
                };
            };
        };
        /** @description `payload_too_large`: The request is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 413;
                    /** @enum {string} */
                    code: "payload_too_large";
                };
            };
        };
        /** @description `rate_limited`: Too many requests. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 429;
                    /** @enum {string} */
                    code: "rate_limited";
                };
            };
        };
        /**
         * @description `tax_id_taken`: A company with this tax id exists already.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        TaxIdTakenOrIdempotencyInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "tax_id_taken" | "idempotency_in_progress";
                };
            };
        };
        /**
         * @description `tenant_required`: Choose a company first.
         *
         *     `insufficient_scope`: The credential lacks a scope.
         */
        TenantRequiredOrInsufficientScope: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "tenant_required" | "insufficient_scope";
                };
            };
        };
        /** @description `tenant_suspended`: This company is suspended. */
        TenantSuspended: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 403;
                    /** @enum {string} */
                    code: "tenant_suspended";
                };
            };
        };
        /** @description `unauthenticated`: A valid credential is needed. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 401;
                    /** @enum {string} */
                    code: "unauthenticated";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `otp_invalid`: The code is not right.
         *
         *     `otp_expired`: The code is no longer valid. Ask for a new one.
         */
        UnauthenticatedOrOtpInvalidOrOtpExpired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 401;
                    /** @enum {string} */
                    code: "unauthenticated" | "otp_invalid" | "otp_expired";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `refresh_invalid`: The session has ended. Log in again.
         */
        UnauthenticatedOrRefreshInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 401;
                    /** @enum {string} */
                    code: "unauthenticated" | "refresh_invalid";
                };
            };
        };
        /** @description `unavailable`: The service is not available right now. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 503;
                    /** @enum {string} */
                    code: "unavailable";
                };
            };
        };
        /** @description `unsupported_media_type`: Send JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 415;
                    /** @enum {string} */
                    code: "unsupported_media_type";
                };
            };
        };
        /** @description `version_conflict`: It was changed by somebody else in the meantime. */
        VersionConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 412;
                    /** @enum {string} */
                    code: "version_conflict";
                };
            };
        };
        /**
         * @description `whatsapp_unreachable`: WhatsApp could not deliver to this number. Check it; if you have confirmed a mail address, the code goes there.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        WhatsappUnreachableOrIdempotencyInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "whatsapp_unreachable" | "idempotency_in_progress";
                };
            };
        };
        /**
         * @description `whatsapp_window_closed`: This person has not written in the last 24 hours: send an approved template instead of text.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        WhatsappWindowClosedOrIdempotencyInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "whatsapp_window_closed" | "idempotency_in_progress";
                };
            };
        };
    };
    parameters: {
        /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
        DryRun: string;
        /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
        IdempotencyKey: string;
        /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names this request in our logs.
         * @example 01989c1e-8a50-7000-8000-000000000001
         */
        RequestId: string;
        /**
         * @description What is left of the limit that applied: `r` requests, renewed in `t` seconds.
         * @example "key";r=598;t=60
         */
        RateLimit: string;
        /**
         * @description The limits that apply: `q` requests in a window of `w` seconds.
         * @example "key";q=600;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 12
         */
        RetryAfter: number;
        /**
         * @description How to log in.
         * @example Bearer
         */
        WwwAuthenticate: string;
        /**
         * @description The version of the row, to be sent back as `If-Match`.
         * @example "3"
         */
        ETag: string;
        /** @description Present when the stored answer of an earlier request with the same `Idempotency-Key` was given again. */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    auth_otp_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Phone number; without + it is read as a Chilean one. */
                    phone: string;
                    /** @description Solution of the challenge in `data` of a `challenge_required`, as the ALTCHA widget gives it. */
                    challenge?: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ChallengeRequiredOrPhoneCountryNotAllowed"];
            409: components["responses"]["WhatsappUnreachableOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_otp_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Phone number; without + it is read as a Chilean one. */
                    phone: string;
                    /** @description The digits of the message. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrRefreshInvalid"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedOut"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    messages_development: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentMessages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Tenant"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description RUT, CUIT or RUC, with or without dots and dash. */
                    taxId: string;
                    /** @description Name of the company. */
                    name: string;
                    /**
                     * @description ISO 3166-1 alpha-2.
                     * @default CL
                     * @enum {string}
                     */
                    country?: "CL" | "AR" | "PE";
                };
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["TaxIdTakenOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or slug of the company. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id or slug of the company. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name of the company. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_suspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id or slug of the company. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id or slug of the company. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    keys_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Key"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    keys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the key is for. */
                    name: string;
                    /** @description Scopes to grant, or `*`. */
                    scopes: string[];
                    /**
                     * Format: date-time
                     * @description When it stops working by itself.
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description The key’s first characters, to recognise it by. */
                        prefix: string;
                        scopes: string[];
                        /** @description ISO 8601, UTC, milliseconds. */
                        createdAt: string;
                        expiresAt: string | null;
                        revokedAt: string | null;
                        /** @description To within a minute. */
                        lastUsedAt: string | null;
                        /** @description The key; null when an answer is repeated. */
                        key: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    keys_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the key. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    grants_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id or slug of the company. */
                    tenant: string;
                    /** @description Why; the company’s owner reads it. */
                    reason: string;
                    /** @default 60 */
                    minutes?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    oauth_grants: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Whose: yours, or all of the company. */
                of?: "me" | "company";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AgentGrant"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["TenantRequiredOrInsufficientScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    oauth_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the connection. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentGrant"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    core_contacts: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Start of any word of the name, of the mail, phone or tax id; all words must be found. */
                q?: string;
                /** @description Only contacts with this tag. */
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Contact"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name of the person or company. */
                    name: string;
                    /**
                     * Format: email
                     * @description Mail address.
                     */
                    email?: string;
                    /** @description Phone; numbers without + are read as the company’s country’s. */
                    phone?: string;
                    /** @description RUT, CUIT or RUC; of another country with prefix, like AR:20-12345678-6. */
                    taxId?: string;
                    /**
                     * @description Tags.
                     * @default []
                     */
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the contact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the contact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the version that you have seen; answers 412 when the row has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the contact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Name of the person or company. */
                    name?: string;
                    email?: string | null;
                    phone?: string | null;
                    taxId?: string | null;
                    /** @description Tags. */
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_form: {
        parameters: {
            query?: {
                /** @description Public id of the form; without it, the operator’s own form. */
                form?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        consentText: string;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["TenantSuspended"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    core_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Public id of the form; without it, the operator’s own form.
                     */
                    form?: string;
                    /** @description Name of the person or company. */
                    name: string;
                    /**
                     * Format: email
                     * @description Mail address.
                     */
                    email?: string;
                    /** @description Phone; numbers without + are read as the company’s country’s. */
                    phone?: string;
                    /** @description What the sender wants to say. */
                    message: string;
                    /**
                     * @description Agreement to the form’s consent text.
                     * @constant
                     */
                    consent: true;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Id of the message.
                         */
                        id: string;
                        /** @description ISO 8601, UTC, milliseconds. */
                        receivedAt: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["TenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    forms_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Form"][];
                        nextCursor: null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    forms_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where the form stands. */
                    name: string;
                    /** @description What the sender agrees to; copied into each message. */
                    consentText: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    messages_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only messages with this number. */
                peer?: string;
                /** @description Only incoming or only outgoing ones. */
                direction?: "in" | "out";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Message"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    messages_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Phone number; without + it is read as one of the company’s country. */
                    to: string;
                    /** @description Free text, inside the window. */
                    text?: string;
                    template?: components["schemas"]["MessageTemplate"];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["WhatsappWindowClosedOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only acts on this id. */
                target?: string;
                /** @description Only this action. */
                action?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_export: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            table: string;
                            row: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    core_root: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        version: string;
                        docs: string;
                        openapi: string;
                        mcp: string;
                        health: string;
                        registry: string;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    core_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        checks: {
                            [key: string]: components["schemas"]["HealthCheck"];
                        };
                    } & {
                        [key: string]: "configured" | "not_configured";
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            /**
             * @description The answer.
             *
             *     `unavailable`: The service is not available right now.
             */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        checks: {
                            [key: string]: components["schemas"]["HealthCheck"];
                        };
                    } & {
                        [key: string]: "configured" | "not_configured";
                    };
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status: 503;
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
        };
    };
    core_registry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolCatalogue"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
