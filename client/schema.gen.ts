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
        /**
         * Say your name, or the language of messages to you
         * @description Needs the operator's key. MCP: `auth_update_me` · CLI: `smarteros auth update-me`
         */
        patch: operations["auth_update_me"];
        trace?: never;
    };
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a login with my second factor
         * @description For whoever was answered `second_factor_required`: its `data.ticket` works once, for five minutes. A passkey signs a challenge of auth.passkey_challenge.
         *
         *     Open to everybody. MCP: `auth_second_factor` · CLI: `smarteros auth second-factor`
         */
        post: operations["auth_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare to prove anew that it is me
         * @description Says which proofs are taken. Whoever has a passkey gets what it must sign; whoever has no second factor is sent a code.
         *
         *     Needs the operator's key. MCP: `auth_step_up_prepare` · CLI: `smarteros auth step-up-prepare`
         */
        post: operations["auth_step_up_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove anew that it is me, for sensitive acts
         * @description Counts for ten minutes, in this session. Exactly one proof, and of the strongest kind that I have: see auth.step_up_prepare.
         *
         *     Needs the operator's key. MCP: `auth_step_up` · CLI: `smarteros auth step-up`
         */
        post: operations["auth_step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how I can prove that it is me
         * @description Needs the operator's key. MCP: `auth_factors` · CLI: `smarteros auth factors`
         */
        get: operations["auth_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/always-ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Decide whether every login asks for my second factor
         * @description Without it, only sensitive acts do.
         *
         *     Needs the operator's key. MCP: `auth_always_ask` · CLI: `smarteros auth always-ask`
         */
        put: operations["auth_always_ask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Ten, shown once, in this answer. The ones before stop working.
         *
         *     Needs the operator's key. MCP: `auth_recovery_codes` · CLI: `smarteros auth recovery-codes`
         */
        post: operations["auth_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to use an app that shows codes
         * @description The secret is shown once, in this answer. It counts once auth.totp_confirm has seen a first code of the app.
         *
         *     Needs the operator's key. MCP: `auth_totp_enrol` · CLI: `smarteros auth totp-enrol`
         */
        post: operations["auth_totp_enrol"];
        /**
         * Stop using the app that shows codes
         * @description Removing it again changes nothing.
         *
         *     Needs the operator's key. MCP: `auth_totp_remove` · CLI: `smarteros auth totp-remove`
         */
        delete: operations["auth_totp_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the app with a first code
         * @description Whoever has no recovery codes yet gets ten, shown once, in this answer.
         *
         *     Needs the operator's key. MCP: `auth_totp_confirm` · CLI: `smarteros auth totp-confirm`
         */
        post: operations["auth_totp_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get what a passkey has to sign to log in
         * @description Names nobody: the browser lets the person choose among the passkeys that it has for us.
         *
         *     Open to everybody. MCP: `auth_passkey_challenge` · CLI: `smarteros auth passkey-challenge`
         */
        post: operations["auth_passkey_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a passkey
         * @description It is two factors in one, so no other is asked for.
         *
         *     Open to everybody. MCP: `auth_passkey_login` · CLI: `smarteros auth passkey-login`
         */
        post: operations["auth_passkey_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare to add a passkey
         * @description Needs the operator's key. MCP: `auth_passkey_prepare` · CLI: `smarteros auth passkey-prepare`
         */
        post: operations["auth_passkey_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my passkeys
         * @description Needs the operator's key. MCP: `auth_passkeys` · CLI: `smarteros auth passkeys`
         */
        get: operations["auth_passkeys"];
        put?: never;
        /**
         * Add a passkey
         * @description It has to be unlocked by PIN, face or finger each time. From then on it can log me in by itself.
         *
         *     Needs the operator's key. MCP: `auth_passkey_add` · CLI: `smarteros auth passkey-add`
         */
        post: operations["auth_passkey_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/{id}": {
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
         * Remove a passkey of mine
         * @description Needs the operator's key. MCP: `auth_passkey_remove` · CLI: `smarteros auth passkey-remove`
         */
        delete: operations["auth_passkey_remove"];
        options?: never;
        head?: never;
        /**
         * Rename a passkey of mine
         * @description Needs the operator's key. MCP: `auth_passkey_rename` · CLI: `smarteros auth passkey-rename`
         */
        patch: operations["auth_passkey_rename"];
        trace?: never;
    };
    "/auth/password/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with user name and password
         * @description For places without internet. The answer and its time are the same whether the name exists or not; after wrong tries it takes longer and longer until the next is looked at.
         *
         *     Open to everybody. MCP: `auth_password_login` · CLI: `smarteros auth password-login`
         */
        post: operations["auth_password_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose user name and password for logins without internet
         * @description 15 characters or more; 8 beside a second factor, which every such login then asks for. Ends my other sessions.
         *
         *     Needs the operator's key. MCP: `auth_password_set` · CLI: `smarteros auth password-set`
         */
        put: operations["auth_password_set"];
        post?: never;
        /**
         * Give up my local login
         * @description Removing it again changes nothing.
         *
         *     Needs the operator's key. MCP: `auth_password_remove` · CLI: `smarteros auth password-remove`
         */
        delete: operations["auth_password_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where else people can log in
         * @description A browser goes to /auth/oidc/{name}/start?next=/path.
         *
         *     Open to everybody. MCP: `auth_oidc_issuers` · CLI: `smarteros auth oidc-issuers`
         */
        get: operations["auth_oidc_issuers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set out to log in at another issuer
         * @description Browsers use /auth/oidc/{name}/start, which keeps `binding` in a cookie.
         *
         *     Open to everybody. MCP: `auth_oidc_start` · CLI: `smarteros auth oidc-start`
         */
        post: operations["auth_oidc_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, or link, by what the other issuer sent back
         * @description An account that nobody linked becomes a new person only if the issuer is set up so; a mail address never decides who somebody is.
         *
         *     Open to everybody. MCP: `auth_oidc_finish` · CLI: `smarteros auth oidc-finish`
         */
        post: operations["auth_oidc_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set out to link an account at another issuer to me
         * @description Linking needs proof of both: a recent one of mine here, and a login there.
         *
         *     Needs the operator's key. MCP: `auth_oidc_link` · CLI: `smarteros auth oidc-link`
         */
        post: operations["auth_oidc_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/link/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link the account that the other issuer vouched for
         * @description In the session that set out.
         *
         *     Needs the operator's key. MCP: `auth_oidc_link_finish` · CLI: `smarteros auth oidc-link-finish`
         */
        post: operations["auth_oidc_link_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my accounts at other issuers
         * @description Needs the operator's key. MCP: `auth_identities` · CLI: `smarteros auth identities`
         */
        get: operations["auth_identities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/identities/{id}": {
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
         * Unlink an account at another issuer
         * @description Needs the operator's key. MCP: `auth_identity_unlink` · CLI: `smarteros auth identity-unlink`
         */
        delete: operations["auth_identity_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/phone/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to the number that is to become mine
         * @description Needs the operator's key. MCP: `auth_phone_code` · CLI: `smarteros auth phone-code`
         */
        post: operations["auth_phone_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my number
         * @description With the code that was sent to it, and a recent proof: by a code to the old number, or by my second factor. The old number is told, and my other sessions end.
         *
         *     Needs the operator's key. MCP: `auth_phone_set` · CLI: `smarteros auth phone-set`
         */
        put: operations["auth_phone_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-number/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to the number that is to replace a lost one
         * @description Open to everybody. MCP: `auth_lost_number_code` · CLI: `smarteros auth lost-number-code`
         */
        post: operations["auth_lost_number_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to log in with another number, as mine is lost
         * @description An owner of all my companies approves it, or the operator where there is no such owner; then it waits 72 hours. The old number is told at once. The answer is the same whether the old number is known or not.
         *
         *     Open to everybody. MCP: `auth_lost_number_request` · CLI: `smarteros auth lost-number-request`
         */
        post: operations["auth_lost_number_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-number/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a lost number, once it was approved and 72 hours have passed
         * @description With a new code to the new number. All sessions end; log in with the new number afterwards.
         *
         *     Open to everybody. MCP: `auth_lost_number_finish` · CLI: `smarteros auth lost-number-finish`
         */
        post: operations["auth_lost_number_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests to replace a lost number: mine, and those that I may decide about
         * @description Needs the operator's key or the operator's key. MCP: `auth_lost_numbers` · CLI: `smarteros auth lost-numbers`
         */
        get: operations["auth_lost_numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-numbers/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve that somebody’s lost number is replaced
         * @description As an owner of all their companies, or as the operator where there is no such owner; nobody approves their own. It can be finished 72 hours later. Approving it again changes nothing.
         *
         *     Needs the operator's key or the operator's key. MCP: `auth_lost_number_approve` · CLI: `smarteros auth lost-number-approve`
         */
        post: operations["auth_lost_number_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/lost-numbers/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a request about my number, or refuse one that I may decide about
         * @description From any session of mine, approved or not. It stays cancelled.
         *
         *     Needs the operator's key or the operator's key. MCP: `auth_lost_number_cancel` · CLI: `smarteros auth lost-number-cancel`
         */
        post: operations["auth_lost_number_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to the mail address that is to become mine
         * @description Needs the operator's key. MCP: `auth_email_code` · CLI: `smarteros auth email-code`
         */
        post: operations["auth_email_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my mail address
         * @description With the code that was sent to it, and a recent proof. My phone and the old address are told.
         *
         *     Needs the operator's key. MCP: `auth_email_set` · CLI: `smarteros auth email-set`
         */
        put: operations["auth_email_set"];
        post?: never;
        /**
         * Have no mail address any more
         * @description Nothing is sent to it from then on but a last notice. Where there is none, this changes nothing.
         *
         *     Needs the operator's key. MCP: `auth_email_remove` · CLI: `smarteros auth email-remove`
         */
        delete: operations["auth_email_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/operator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become the operator of a new installation
         * @description With the token of the link that `./smarteros up` prints on the machine itself while nobody has logged in yet, and `./smarteros setup` at any time. It works once, and only while there is no operator.
         *
         *     Needs the operator's key. MCP: `auth_claim_operator` · CLI: `smarteros auth claim-operator`
         */
        post: operations["auth_claim_operator"];
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
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where you are logged in, newest first
         * @description Needs the operator's key. MCP: `sessions_list` · CLI: `smarteros sessions list`
         */
        get: operations["sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
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
         * End one of your sessions at once
         * @description Needs the operator's key. MCP: `sessions_revoke` · CLI: `smarteros sessions revoke`
         */
        delete: operations["sessions_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all of your sessions but this one
         * @description Needs the operator's key. MCP: `sessions_revoke_others` · CLI: `smarteros sessions revoke-others`
         */
        post: operations["sessions_revoke_others"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people, or find one by number or mail address
         * @description Needs the operator's key. MCP: `people_list` · CLI: `smarteros people list`
         */
        get: operations["people_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a person
         * @description Needs the operator's key. MCP: `people_get` · CLI: `smarteros people get`
         */
        get: operations["people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a person out of everything at once
         * @description Sessions, tokens and agents of theirs are refused in every company. Nothing is deleted.
         *
         *     Needs the operator's key. MCP: `people_disable` · CLI: `smarteros people disable`
         */
        post: operations["people_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person in again
         * @description Needs the operator's key. MCP: `people_enable` · CLI: `smarteros people enable`
         */
        post: operations["people_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/operator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a person act as the operator, or end that
         * @description Only with the operator’s key of the host: no operator makes another one over the network.
         *
         *     Needs the operator's key. MCP: `people_set_operator` · CLI: `smarteros people set-operator`
         */
        put: operations["people_set_operator"];
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
        /**
         * Delete a company, after 30 days in which that can be undone
         * @description At once everything but reading is refused, and only its owners still get in. A final export is made by itself (`tenants.final_export`). After 30 days all of its rows are deleted for good and its tax id is free again; a legal hold stops that. `tenants.restore` undoes it until then.
         *
         *     Needs the operator's key or the operator's key. MCP: `tenants_delete` · CLI: `smarteros tenants delete`
         */
        delete: operations["tenants_delete"];
        options?: never;
        head?: never;
        /**
         * Change a company’s name, colour or language
         * @description What isn’t given stays. `hue: null` gives the colour back that is made from its slug.
         *
         *     Needs the scope `tenants:write` or the operator's key. MCP: `tenants_update` · CLI: `smarteros tenants update`
         */
        patch: operations["tenants_update"];
        trace?: never;
    };
    "/tenants/{id}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a company’s logo
         * @description Needs the scope `tenants:read`. MCP: `tenants_logo` · CLI: `smarteros tenants logo`
         */
        get: operations["tenants_logo"];
        /**
         * Give a company a logo
         * @description PNG, JPEG or WebP, at most 100 kB and 2048 pixels: what it is, is decided by its bytes. Square ones look best.
         *
         *     Needs the scope `tenants:write`. MCP: `tenants_set_logo` · CLI: `smarteros tenants set-logo`
         */
        put: operations["tenants_set_logo"];
        post?: never;
        /**
         * Take a company’s logo away
         * @description Needs the scope `tenants:write`. MCP: `tenants_remove_logo` · CLI: `smarteros tenants remove-logo`
         */
        delete: operations["tenants_remove_logo"];
        options?: never;
        head?: never;
        patch?: never;
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
    "/tenants/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the deletion of a company
         * @description Within the 30 days, by an owner or the operator. A company that was suspended stays so.
         *
         *     Needs the operator's key or the operator's key. MCP: `tenants_restore` · CLI: `smarteros tenants restore`
         */
        post: operations["tenants_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List companies about to be deleted, and what is left of those that were
         * @description By `taxId` it tells whether a company was here before: the number itself isn’t kept.
         *
         *     Needs the operator's key. MCP: `tenants_closings` · CLI: `smarteros tenants closings`
         */
        get: operations["tenants_closings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closings/{id}/leave-engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the purge of a company wait a week at the most for engines that don’t let go of it
         * @description What it had in shared engines is removed before its rows are. Where an engine is gone for good, that would never end; what is left in it then has to be removed by hand.
         *
         *     Needs the operator's key. MCP: `tenants_leave_engines` · CLI: `smarteros tenants leave-engines`
         */
        post: operations["tenants_leave_engines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export/final": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the final export of a company that is about to be deleted, part by part
         * @description Made by itself minutes after the deletion was asked for; until the end its owners, and the operator by a grant, can download it.
         *
         *     Needs the scope `export:read`. MCP: `tenants_final_export` · CLI: `smarteros tenants final-export`
         */
        get: operations["tenants_final_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim a company that somebody else has signed up
         * @description The operator checks the evidence. Until then nothing changes; its present owners are told that somebody claims it, not who.
         *
         *     Needs the operator's key. MCP: `tenants_claim` · CLI: `smarteros tenants claim`
         */
        post: operations["tenants_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who claims which company, newest first
         * @description Needs the operator's key. MCP: `tenants_claims` · CLI: `smarteros tenants claims`
         */
        get: operations["tenants_claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vouch that a company belongs to its owner, or to who claims it
         * @description With `claimId` the claimant becomes its owner: former owners are guests from then on, everybody else is shut out until the new owner lets them in, and all keys, invitations and agents end. Give former owners time for an export first. Other open claims are rejected.
         *
         *     Needs the operator's key. MCP: `tenants_verify` · CLI: `smarteros tenants verify`
         */
        post: operations["tenants_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who belongs to the company
         * @description Needs the scope `members:read`. MCP: `members_list` · CLI: `smarteros members list`
         */
        get: operations["members_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}": {
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
         * Remove somebody from the company
         * @description At once, with their agents and the invitations that they sent.
         *
         *     Needs the scope `members:destroy`. MCP: `members_remove` · CLI: `smarteros members remove`
         */
        delete: operations["members_remove"];
        options?: never;
        head?: never;
        /**
         * Give somebody another role
         * @description Nobody gives more than they hold, or changes somebody who may do more than they may. Owners: owners.create and owners.remove.
         *
         *     Needs the scope `members:write`. MCP: `members_update` · CLI: `smarteros members update`
         */
        patch: operations["members_update"];
        trace?: never;
    };
    "/members/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut somebody out of the company at once
         * @description Every session and every agent of theirs is refused here; what they are in other companies stays. Keys are nobody’s: see keys.list.
         *
         *     Needs the scope `members:destroy`. MCP: `members_disable` · CLI: `smarteros members disable`
         */
        post: operations["members_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody in again
         * @description Needs the scope `members:write`. MCP: `members_enable` · CLI: `smarteros members enable`
         */
        post: operations["members_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a member an owner
         * @description Owners alone make and remove owners and end the company; admins do everything else.
         *
         *     Needs the scope `ownership:write`. MCP: `owners_create` · CLI: `smarteros owners create`
         */
        post: operations["owners_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owners/{id}": {
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
         * End somebody’s ownership: they stay as admin
         * @description Needs the scope `ownership:destroy`. MCP: `owners_remove` · CLI: `smarteros owners remove`
         */
        delete: operations["owners_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a company
         * @description Its last owner can’t: a company needs somebody to answer for it.
         *
         *     Needs the operator's key. MCP: `tenants_leave` · CLI: `smarteros tenants leave`
         */
        post: operations["tenants_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles that people can have here, and what each may do
         * @description Needs the scope `roles:read`. MCP: `roles_list` · CLI: `smarteros roles list`
         */
        get: operations["roles_list"];
        put?: never;
        /**
         * Make a role of the company’s own
         * @description A set of scopes that you hold yourself.
         *
         *     Needs the scope `roles:write`. MCP: `roles_create` · CLI: `smarteros roles create`
         */
        post: operations["roles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{id}": {
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
         * Delete a role that nobody has
         * @description Needs the scope `roles:destroy`. MCP: `roles_delete` · CLI: `smarteros roles delete`
         */
        delete: operations["roles_delete"];
        options?: never;
        head?: never;
        /**
         * Change a role of the company’s own
         * @description Whoever has it may do what it says from then on.
         *
         *     Needs the scope `roles:write`. MCP: `roles_update` · CLI: `smarteros roles update`
         */
        patch: operations["roles_update"];
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations, newest first
         * @description Needs the scope `invitations:read`. MCP: `invitations_list` · CLI: `smarteros invitations list`
         */
        get: operations["invitations_list"];
        put?: never;
        /**
         * Invite somebody by WhatsApp or mail
         * @description The link lives seven days, works once, and only for whoever proves that number or address: forwarded, it opens nothing. A new invitation voids the one before.
         *
         *     Needs the scope `invitations:write`. MCP: `invitations_create` · CLI: `smarteros invitations create`
         */
        post: operations["invitations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
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
         * Take an invitation back
         * @description Taking it back again changes nothing. Whoever accepted already is a member: members.remove.
         *
         *     Needs the scope `invitations:destroy`. MCP: `invitations_revoke` · CLI: `smarteros invitations revoke`
         */
        delete: operations["invitations_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what an invitation is to
         * @description Open to everybody. MCP: `invitations_preview` · CLI: `smarteros invitations preview`
         */
        post: operations["invitations_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the company that invited you
         * @description Logged in with the number or mail address that received the invitation.
         *
         *     Needs the operator's key. MCP: `invitations_accept` · CLI: `smarteros invitations accept`
         */
        post: operations["invitations_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service accounts, newest first
         * @description Needs the scope `accounts:read`. MCP: `accounts_list` · CLI: `smarteros accounts list`
         */
        get: operations["accounts_list"];
        put?: never;
        /**
         * Make a service account: a program or agent that acts as itself
         * @description Its keys (keys.create with accountId) hold no more than it does, and end with it.
         *
         *     Needs the scope `accounts:write`. MCP: `accounts_create` · CLI: `smarteros accounts create`
         */
        post: operations["accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a service account
         * @description A key of it may do what both hold: fewer scopes reach its keys within seconds.
         *
         *     Needs the scope `accounts:write`. MCP: `accounts_update` · CLI: `smarteros accounts update`
         */
        patch: operations["accounts_update"];
        trace?: never;
    };
    "/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a service account and all of its keys at once
         * @description Needs the scope `accounts:destroy`. MCP: `accounts_disable` · CLI: `smarteros accounts disable`
         */
        post: operations["accounts_disable"];
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
         * @description The key is shown once, in this answer. `*` stands for all scopes of the company but the owners’ own. A key never outlives the key that made it; one made during an operator’s entry lives 90 days at the most.
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
        /**
         * List the operator’s entries into the company, newest first
         * @description Who, why, when and until when. What was done with one: audit.list.
         *
         *     Needs the scope `grants:read`. MCP: `grants_list` · CLI: `smarteros grants list`
         */
        get: operations["grants_list"];
        put?: never;
        /**
         * Enter a company as operator, for an hour at the most
         * @description Answers a token that holds all scopes of the company. The opening and everything done with it stand in the company’s audit; its owners are told, and can end it. A suspended company can be entered, e.g. to export its data.
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
    "/grants/{id}": {
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
         * End an entry of the operator at once
         * @description Ending it again changes nothing. Keys that were made with it stay: see keys.list.
         *
         *     Needs the scope `grants:destroy`. MCP: `grants_revoke` · CLI: `smarteros grants revoke`
         */
        delete: operations["grants_revoke"];
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
         * @description The id of a contact that became part of another answers with that one.
         *
         *     Needs the scope `contacts:read`. MCP: `contacts_get` · CLI: `smarteros contacts get`
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
    "/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export contacts as CSV or vCard, page by page
         * @description The texts of the pages behind each other are the file. Cells that a spreadsheet would take for a formula get an apostrophe before them.
         *
         *     Needs the scope `contacts:read`. MCP: `contacts_export` · CLI: `smarteros contacts export`
         */
        get: operations["contacts_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest pairs of contacts that may be the same
         * @description By mail, phone, tax id, or a similar name. A call looks at up to 100 contacts, newest first, and compares each with the older ones that share a value or one of the 2 longest words of the name; of what is common to many, only some are compared. A page may be empty while there is a next one.
         *
         *     Needs the scope `contacts:read`. MCP: `contacts_duplicates` · CLI: `smarteros contacts duplicates`
         */
        get: operations["contacts_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make several contacts one
         * @description The contact of the path stays. What it lacks comes from the others in their order, unless `choose` says whose value counts; tags and fields come together; messages and consents go over. The ids of the others keep leading to it. contacts.unmerge takes it back.
         *
         *     Needs the scope `contacts:destroy`. MCP: `contacts_merge` · CLI: `smarteros contacts merge`
         */
        post: operations["contacts_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back: every contact is again what it was
         * @description Refused when the contact was changed since, unless `keepChanges` says to leave it as it is now and only bring the others back.
         *
         *     Needs the scope `contacts:destroy`. MCP: `contacts_unmerge` · CLI: `smarteros contacts unmerge`
         */
        post: operations["contacts_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what happened with a contact, newest first
         * @description Messages, consents, imports, merges and acts, also of contacts that became part of it; only of what the caller may read.
         *
         *     Needs the scope `contacts:read`. MCP: `contacts_timeline` · CLI: `smarteros contacts timeline`
         */
        get: operations["contacts_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Needs no credential. `consent` must be true: the sender agrees to the words that `GET /contact` shows. A message that comes with the solution of a `challenge` goes through at once, as does one with a key of the company’s own that may write contacts; without, it is held until somebody looks at it, and only a few are taken (docs/contact-form.md).
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
    "/forms/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages of public forms that may be spam, newest first
         * @description They are deleted after 30 days, unless somebody releases them.
         *
         *     Needs the scope `contacts:read`. MCP: `forms_held` · CLI: `smarteros forms held`
         */
        get: operations["forms_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/held/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a held message through: it becomes a contact and a message
         * @description Needs the scope `contacts:write`. MCP: `forms_release` · CLI: `smarteros forms release`
         */
        post: operations["forms_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/held/{id}": {
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
         * Delete a held message
         * @description Needs the scope `contacts:destroy`. MCP: `forms_discard` · CLI: `smarteros forms discard`
         */
        delete: operations["forms_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the company’s own fields of contacts
         * @description Needs the scope `contacts:read`. MCP: `contact_fields_list` · CLI: `smarteros contact-fields list`
         */
        get: operations["contact_fields_list"];
        put?: never;
        /**
         * Create a field of the company’s own for its contacts
         * @description A company has 100 at the most. Key and type never change.
         *
         *     Needs the scope `contacts:write`. MCP: `contact_fields_create` · CLI: `smarteros contact-fields create`
         */
        post: operations["contact_fields_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-fields/{id}": {
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
         * Delete a field together with its values in all contacts
         * @description To keep the values, archive it instead (contact_fields.update). The values go within moments, contact by contact; until then the key can’t be used again.
         *
         *     Needs the scope `contacts:destroy`. MCP: `contact_fields_delete` · CLI: `smarteros contact-fields delete`
         */
        delete: operations["contact_fields_delete"];
        options?: never;
        head?: never;
        /**
         * Change a field’s title or options, archive it or bring it back
         * @description An option that is left out can no longer be chosen; contacts that have it keep it.
         *
         *     Needs the scope `contacts:write`. MCP: `contact_fields_update` · CLI: `smarteros contact-fields update`
         */
        patch: operations["contact_fields_update"];
        trace?: never;
    };
    "/contact-sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far contacts are the same in each engine
         * @description Needs the scope `contacts:read`. MCP: `contact_sync_status` · CLI: `smarteros contact-sync status`
         */
        get: operations["contact_sync_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports, newest first
         * @description Needs the scope `contacts:read`. MCP: `imports_list` · CLI: `smarteros imports list`
         */
        get: operations["imports_list"];
        put?: never;
        /**
         * Upload a file of contacts, CSV or vCard, or its first part
         * @description Nothing is read in before imports.start; imports.preview shows what would be. A file of up to 32 MiB comes in parts (imports.add_part) that are cut anywhere. The command line takes `--file contacts.csv` and cuts it itself.
         *
         *     Needs the scope `contacts:write`. MCP: `imports_create` · CLI: `smarteros imports create`
         */
        post: operations["imports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload the next part of a file
         * @description In order, beginning with 2. The same part with the same content again is harmless.
         *
         *     Needs the scope `contacts:write`. MCP: `imports_add_part` · CLI: `smarteros imports add-part`
         */
        post: operations["imports_add_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what the first lines of a file would become, and what is wrong with them
         * @description Changes nothing. Takes what imports.start takes, and tells what was guessed.
         *
         *     Needs the scope `contacts:read`. MCP: `imports_preview` · CLI: `smarteros imports preview`
         */
        post: operations["imports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an uploaded file in
         * @description Runs by itself from here: ask imports.get how far it is, or listen to import.progressed and import.finished. Starting what runs already is harmless. A file with a consent column needs consents:write as well.
         *
         *     Needs the scope `contacts:write`. MCP: `imports_start` · CLI: `smarteros imports start`
         */
        post: operations["imports_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how far an import is
         * @description Needs the scope `contacts:read`. MCP: `imports_get` · CLI: `smarteros imports get`
         */
        get: operations["imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import where it is, or drop an uploaded file
         * @description What was read in stays; imports.undo takes it back.
         *
         *     Needs the scope `contacts:write`. MCP: `imports_cancel` · CLI: `smarteros imports cancel`
         */
        post: operations["imports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back: remove the contacts that it made, restore those that it changed
         * @description Contacts that somebody changed since are left alone and listed (imports.conflicts). Possible for 30 days. Consents that came with the file are withdrawn.
         *
         *     Needs the scope `contacts:destroy`. MCP: `imports_undo` · CLI: `smarteros imports undo`
         */
        post: operations["imports_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the lines of a file that made no contact, and why
         * @description Needs the scope `contacts:read`. MCP: `imports_errors` · CLI: `smarteros imports errors`
         */
        get: operations["imports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the lines with errors as a CSV file, page by page
         * @description A row per error, to be put behind each other; the first page begins with the header.
         *
         *     Needs the scope `contacts:read`. MCP: `imports_error_file` · CLI: `smarteros imports error-file`
         */
        get: operations["imports_error_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contacts that undoing an import left alone: somebody changed them since, or a legal hold keeps them
         * @description Needs the scope `contacts:read`. MCP: `imports_conflicts` · CLI: `smarteros imports conflicts`
         */
        get: operations["imports_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you are told of in this company, and by which way
         * @description Only what concerns your role: owners are told of more than guests, and programs of nothing.
         *
         *     Needs the scope `tenants:read`. MCP: `notifications_list` · CLI: `smarteros notifications list`
         */
        get: operations["notifications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose by which way you are told of something, or not at all
         * @description For yourself, in this company. What is about who has the company can’t be switched off. Leaving the company forgets it.
         *
         *     Needs the scope `tenants:read`. MCP: `notifications_set` · CLI: `smarteros notifications set`
         */
        put: operations["notifications_set"];
        post?: never;
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
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks, newest first
         * @description Needs the scope `webhooks:read`. MCP: `webhooks_list` · CLI: `smarteros webhooks list`
         */
        get: operations["webhooks_list"];
        put?: never;
        /**
         * Have events sent to an address
         * @description Each event is sent as a signed POST (Standard Webhooks; docs/webhooks.md says how to check it). Only events that you may see yourself are sent, also later.
         *
         *     Needs the scope `webhooks:write`. MCP: `webhooks_create` · CLI: `smarteros webhooks create`
         */
        post: operations["webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description Needs the scope `webhooks:read`. MCP: `webhooks_get` · CLI: `smarteros webhooks get`
         */
        get: operations["webhooks_get"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook: nothing is sent to it any more
         * @description What is under way may still arrive.
         *
         *     Needs the scope `webhooks:destroy`. MCP: `webhooks_delete` · CLI: `smarteros webhooks delete`
         */
        delete: operations["webhooks_delete"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, or switch it off or on
         * @description Whoever changes the address or the events answers for them: from then on it gets what they may see. What happened while it was off isn’t sent by itself when it is switched on again; `webhooks.redeliver` sends it.
         *
         *     Needs the scope `webhooks:write`. MCP: `webhooks_update` · CLI: `smarteros webhooks update`
         */
        patch: operations["webhooks_update"];
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret
         * @description For 24 hours each message bears two signatures, by the new secret and by the one before, so that the receiver can change over without losing any.
         *
         *     Needs the scope `webhooks:write`. MCP: `webhooks_rotate_secret` · CLI: `smarteros webhooks rotate-secret`
         */
        post: operations["webhooks_rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message to a webhook
         * @description One attempt, by the very way that events take. `webhook_deliveries.get` with `wait` answers as soon as its outcome is known.
         *
         *     Needs the scope `webhooks:write`. MCP: `webhooks_test` · CLI: `smarteros webhooks test`
         */
        post: operations["webhooks_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event, or a span of events, again
         * @description Give `eventId`, a span of positions, or a span of time. Delivered ones are sent again too, under the same `webhook-id`; events from before the webhook was made can be sent as well. At most 10000 events per call: `nextPosition` says where the next call goes on.
         *
         *     Needs the scope `webhooks:write`. MCP: `webhooks_redeliver` · CLI: `smarteros webhooks redeliver`
         */
        post: operations["webhooks_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to a webhook, newest event first
         * @description Kept for 30 days.
         *
         *     Needs the scope `webhooks:read`. MCP: `webhook_deliveries_list` · CLI: `smarteros webhook-deliveries list`
         */
        get: operations["webhook_deliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery with its attempts: what was sent, and what was answered
         * @description Needs the scope `webhooks:read`. MCP: `webhook_deliveries_get` · CLI: `smarteros webhook-deliveries get`
         */
        get: operations["webhook_deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what waits, runs or was given up in the background, newest first
         * @description A job that is done leaves the list. One that was given up, or cancelled, stays for 30 days. The operator without a company sees those of all companies.
         *
         *     Needs the scope `jobs:read` or the operator's key. MCP: `jobs_list` · CLI: `smarteros jobs list`
         */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a job
         * @description Needs the scope `jobs:read` or the operator's key. MCP: `jobs_get` · CLI: `smarteros jobs get`
         */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a job again that was given up or cancelled
         * @description It gets all its attempts again and is due at once.
         *
         *     Needs the scope `jobs:write` or the operator's key. MCP: `jobs_retry` · CLI: `smarteros jobs retry`
         */
        post: operations["jobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try all jobs again that were given up, or those of one name
         * @description The oldest 200 of them; `more` says that there may be others. Cancelled jobs are tried again one by one only.
         *
         *     Needs the scope `jobs:write` or the operator's key. MCP: `jobs_retry_all` · CLI: `smarteros jobs retry-all`
         */
        post: operations["jobs_retry_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that waits or runs
         * @description A running one is asked to stop within some seconds and may still end well: what it has done by then stays done. A cancelled job can be tried again for 30 days.
         *
         *     Needs the scope `jobs:write` or the operator's key. MCP: `jobs_cancel` · CLI: `smarteros jobs cancel`
         */
        post: operations["jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what runs by the clock, with its next turn
         * @description Each runs at the same time in every company. The operator without a company sees the platform’s own as well.
         *
         *     Needs the scope `jobs:read` or the operator's key. MCP: `schedules_list` · CLI: `smarteros schedules list`
         */
        get: operations["schedules_list"];
        put?: never;
        post?: never;
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
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that the audit is whole, or name the first row that isn’t
         * @description Computes the chain anew from the rows themselves, up to `limit` of them a call; go on with `nextFrom`. A part that doesn’t begin at 1 believes the row before it. With a `checkpoint` from elsewhere it also finds a chain that was made anew as a whole. What it proves and what not: docs/audit.md.
         *
         *     Needs the scope `audit:read` or the operator's key. MCP: `audit_verify` · CLI: `smarteros audit verify`
         */
        get: operations["audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signed checkpoints, newest first
         * @description Needs the scope `audit:read` or the operator's key. MCP: `audit_checkpoints` · CLI: `smarteros audit checkpoints`
         */
        get: operations["audit_checkpoints"];
        put?: never;
        /**
         * Sign how far the audit has come, to be kept elsewhere
         * @description Made daily too. Whoever keeps the token outside of this installation can prove later, by `audit.verify`, that nothing before it was changed; its key stands in `/.well-known/jwks.json` for ever.
         *
         *     Needs the scope `audit:write` or the operator's key. MCP: `audit_checkpoint` · CLI: `smarteros audit checkpoint`
         */
        post: operations["audit_checkpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the sealed audit, oldest first, with what it takes to verify it elsewhere
         * @description Pages of whole lines: joined by line ends they are the file that `smarteros audit verify FILE` checks without this installation. The last page ends with the newest checkpoint.
         *
         *     Needs the scope `audit:read` or the operator's key. MCP: `audit_export` · CLI: `smarteros audit export`
         */
        get: operations["audit_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened in the company, in the order in which it was published
         * @description From the beginning, or after a position: the way to catch up on everything that was missed. `position` of the answer is where to go on from, here with `after` or on the live stream `GET /events/stream`. Each event needs a scope of its own beside events:read; those of other scopes are left out. A page may be short of its limit while `nextCursor` isn’t null.
         *
         *     Needs the scope `events:read`. MCP: `events_list` · CLI: `smarteros events list`
         */
        get: operations["events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of events, with the shape of their data
         * @description The same as a document for programs: `GET /asyncapi.json`.
         *
         *     Needs the scope `events:read`. MCP: `events_types` · CLI: `smarteros events types`
         */
        get: operations["events_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the engines, what this company has in each, and how far that is
         * @description Needs the scope `engines:read`. MCP: `engines_list` · CLI: `smarteros engines list`
         */
        get: operations["engines_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what this company has in an engine, and how far that is
         * @description Needs the scope `engines:read`. MCP: `engines_get` · CLI: `smarteros engines get`
         */
        get: operations["engines_get"];
        put?: never;
        post?: never;
        /**
         * Remove what the company has in an engine
         * @description Read `engines.plan` first: what it marks as destructive can’t be brought back. An own instance stays as it is, but for what SmarterOS made there.
         *
         *     Needs the scope `engines:destroy`. MCP: `engines_remove` · CLI: `smarteros engines remove`
         */
        delete: operations["engines_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what would be done in an engine, and what of it destroys
         * @description It looks and changes nothing. `engines.remove` wants the `plan` of this answer.
         *
         *     Needs the scope `engines:read`. MCP: `engines_plan` · CLI: `smarteros engines plan`
         */
        get: operations["engines_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect an instance of an engine that is this company’s own
         * @description Its credentials are tested first, its version is read, and what it can do is noted. They are kept in the secret store and leave it for the engine alone. Connecting again replaces address and credentials.
         *
         *     Needs the scope `engines:write`. MCP: `engines_connect` · CLI: `smarteros engines connect`
         */
        post: operations["engines_connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the company’s part of an instance that the operator shares
         * @description It is set up in the background: `engines.get` and events `engine.progressed` tell how far it is.
         *
         *     Needs the scope `engines:write`. MCP: `engines_enable` · CLI: `smarteros engines enable`
         */
        post: operations["engines_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut the company’s part of an engine: nobody gets in, and nothing is lost
         * @description Operations of the engine are refused at once; in the engine itself it takes effect within seconds.
         *
         *     Needs the scope `engines:write`. MCP: `engines_suspend` · CLI: `smarteros engines suspend`
         */
        post: operations["engines_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the company’s part of an engine again
         * @description Needs the scope `engines:write`. MCP: `engines_resume` · CLI: `smarteros engines resume`
         */
        post: operations["engines_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look after the company’s part of an engine now, instead of at the next try
         * @description Needs the scope `engines:write`. MCP: `engines_retry` · CLI: `smarteros engines retry`
         */
        post: operations["engines_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the instance again: whether it answers, takes the credentials, and what it is
         * @description Needs the scope `engines:write`. MCP: `engines_check` · CLI: `smarteros engines check`
         */
        post: operations["engines_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how far the company’s people are in an engine
         * @description They follow by themselves: whoever comes, changes or leaves does so in the engine as well.
         *
         *     Needs the scope `engines:read`. MCP: `engines_people` · CLI: `smarteros engines people`
         */
        get: operations["engines_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/{engine}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a link that opens an engine, logged in where the engine can do that
         * @description It is for whoever asks: where it doesn’t log in by itself, `reason` says why.
         *
         *     Needs the scope `engines:read`. MCP: `engines_launch` · CLI: `smarteros engines launch`
         */
        post: operations["engines_launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the signed receipt of somebody’s offboarding: each engine, and when they were shut out of it
         * @description A JWS by the key of the audit’s checkpoints (`/.well-known/jwks.json`). It is there once all engines are done.
         *
         *     Needs the scope `members:write`. MCP: `members_receipt` · CLI: `smarteros members receipt`
         */
        get: operations["members_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the engines that companies share, how they fare, and how far their companies are
         * @description Needs the operator's key. MCP: `instances_list` · CLI: `smarteros instances list`
         */
        get: operations["instances_list"];
        put?: never;
        /**
         * Connect an engine that companies share
         * @description Its credentials are tested first, its version is read, and what it can do is noted. They are kept in the secret store, and no answer ever holds them.
         *
         *     Needs the operator's key. MCP: `instances_create` · CLI: `smarteros instances create`
         */
        post: operations["instances_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instances/{id}": {
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
         * Forget an engine that companies share, with its credentials
         * @description Only when no company has a part in it. The engine itself stays as it is.
         *
         *     Needs the operator's key. MCP: `instances_delete` · CLI: `smarteros instances delete`
         */
        delete: operations["instances_delete"];
        options?: never;
        head?: never;
        /**
         * Change an engine that companies share
         * @description What is left out stays. Another address or other credentials are tested first. At another address the same companies are looked for: what isn’t there is made anew.
         *
         *     Needs the operator's key. MCP: `instances_update` · CLI: `smarteros instances update`
         */
        patch: operations["instances_update"];
        trace?: never;
    };
    "/instances/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a shared engine again: whether it answers, takes the credentials, and what it is
         * @description Needs the operator's key. MCP: `instances_check` · CLI: `smarteros instances check`
         */
        post: operations["instances_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/instances/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at the TLS certificates that the installation depends on
         * @description Its public address and the engines that companies share, as far as they have https, by a handshake with each now. Asked from this machine.
         *
         *     Needs the operator's key. MCP: `instances_certificates` · CLI: `smarteros instances certificates`
         */
        get: operations["instances_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/engines/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at the TLS certificates of the engines that this company connected itself
         * @description By a handshake with each now. Engines that companies share are the operator’s to look after.
         *
         *     Needs the scope `engines:read`. MCP: `engines_certificates` · CLI: `smarteros engines certificates`
         */
        get: operations["engines_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where secrets are kept, and under which keys
         * @description Needs the operator's key. MCP: `secrets_status` · CLI: `smarteros secrets status`
         */
        get: operations["secrets_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the key of sealed secrets
         * @description Goes on in the background, where it was interrupted too; secrets.status shows how far it is. Back the new secrets.key up afterwards: the old one opens nothing any more.
         *
         *     Needs the operator's key. MCP: `secrets_rotate` · CLI: `smarteros secrets rotate`
         */
        post: operations["secrets_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/secrets/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move all secrets into the store that is set
         * @description From the embedded store into Vault once Vault is set up, and back with SMARTEROS_SECRETS=embedded while Vault can still be reached. Goes on in the background; nothing is taken away before its new place holds it.
         *
         *     Needs the operator's key. MCP: `secrets_move` · CLI: `smarteros secrets move`
         */
        post: operations["secrets_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the MCP servers of others that the registry shows
         * @description With those that were taken off. Anybody reads the registry itself at `/v0.1/servers`, our own servers included.
         *
         *     Needs the operator's key. MCP: `servers_list` · CLI: `smarteros servers list`
         */
        get: operations["servers_list"];
        put?: never;
        /**
         * List an MCP server of somebody else, or a new version of one, in the registry
         * @description As its own `server.json` describes it. It is shown to everybody, and never called by us.
         *
         *     Needs the operator's key. MCP: `servers_add` · CLI: `smarteros servers add`
         */
        post: operations["servers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/servers/{id}": {
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
         * Take a version of somebody’s MCP server off the registry
         * @description Its status becomes `deleted`, so that whoever keeps a copy of the list hears of it.
         *
         *     Needs the operator's key. MCP: `servers_remove` · CLI: `smarteros servers remove`
         */
        delete: operations["servers_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/validator/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell whether a token is live, whose it is, and what it may do
         * @description Of any kind: API key, session, access token, token of an agent. One of another company is answered like one that nobody has, save to the operator.
         *
         *     Needs the scope `validator:read` or the operator's key. MCP: `validator_token` · CLI: `smarteros validator token`
         */
        post: operations["validator_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/validator/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what is wrong with settings, before SmarterOS is started with them
         * @description As they would stand in the environment or in `smarteros.yaml`. Values are neither kept nor answered.
         *
         *     Needs the operator's key. MCP: `validator_config` · CLI: `smarteros validator config`
         */
        post: operations["validator_config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/validator/spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell whether an input fits an operation, without calling it
         * @description By the same schema that the call itself goes by: OpenAPI’s and MCP’s.
         *
         *     Needs the scope `validator:read` or the operator's key. MCP: `validator_spec` · CLI: `smarteros validator spec`
         */
        post: operations["validator_spec"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the addresses at which other systems tell the company something
         * @description The other direction than `webhooks`, which send the company’s events out. What came in stands in `hook_deliveries`.
         *
         *     Needs the scope `hooks:read`. MCP: `hooks_list` · CLI: `smarteros hooks list`
         */
        get: operations["hooks_list"];
        put?: never;
        /**
         * Make an address at which another system can tell the company something
         * @description Enter `url` (and `secret`, where it is made here) in the other system; docs/hooks.md says where. Engines that the company has connected get theirs by themselves.
         *
         *     Needs the scope `hooks:write`. MCP: `hooks_create` · CLI: `smarteros hooks create`
         */
        post: operations["hooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-hooks/{engine}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the address of a sender
         * @description The old address is taken for 24 hours more, so that nothing is lost. A connected engine is told the new one by itself.
         *
         *     Needs the scope `hooks:write`. MCP: `hooks_rotate` · CLI: `smarteros hooks rotate`
         */
        post: operations["hooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-hooks/{engine}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a sender another secret
         * @description For 24 hours what was signed with the old one is taken too. Without `secret` one is made here, where the sender takes ours.
         *
         *     Needs the scope `hooks:write`. MCP: `hooks_set_secret` · CLI: `smarteros hooks set-secret`
         */
        put: operations["hooks_set_secret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-hooks/{engine}": {
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
         * Delete the address of a sender: nothing is taken there any more
         * @description A connected engine gets another one at its next look.
         *
         *     Needs the scope `hooks:destroy`. MCP: `hooks_delete` · CLI: `smarteros hooks delete`
         */
        delete: operations["hooks_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what other systems told the company, newest first
         * @description Needs the scope `hooks:read`. MCP: `hook_deliveries_list` · CLI: `smarteros hook-deliveries list`
         */
        get: operations["hook_deliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a message that another system sent
         * @description Needs the scope `hooks:read`. MCP: `hook_deliveries_get` · CLI: `smarteros hook-deliveries get`
         */
        get: operations["hook_deliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hook-deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a message again
         * @description What it told is told again, with the same `deliveryId`. Possible for 7 days.
         *
         *     Needs the scope `hooks:write`. MCP: `hook_deliveries_replay` · CLI: `smarteros hook-deliveries replay`
         */
        post: operations["hook_deliveries_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supabase/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read rows of a table
         * @description Only the company’s own rows are there, in the table and in what is joined to it. Functions and free filter texts aren’t offered.
         *
         *     Needs the scope `supabase:read`. MCP: `supabase_query` · CLI: `smarteros supabase query`
         */
        post: operations["supabase_query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supabase/insert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add rows to a table
         * @description All or none. The company’s column is filled in by itself; what a row leaves out gets its default.
         *
         *     Needs the scope `supabase:write`. MCP: `supabase_insert` · CLI: `smarteros supabase insert`
         */
        post: operations["supabase_insert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supabase/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the rows that filters name
         * @description Needs the scope `supabase:write`. MCP: `supabase_update` · CLI: `smarteros supabase update`
         */
        post: operations["supabase_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supabase/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the rows that filters name
         * @description Needs the scope `supabase:destroy`. MCP: `supabase_delete` · CLI: `smarteros supabase delete`
         */
        post: operations["supabase_delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/supabase/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tables and their columns
         * @description Those in which it can be told whose a row is; the others can’t be used.
         *
         *     Needs the scope `supabase:read`. MCP: `supabase_tables` · CLI: `smarteros supabase tables`
         */
        get: operations["supabase_tables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts in Chatwoot, the newest first
         * @description Chatwoot lists those with a mail address, a phone or an identifier. A search (`q`) is for name, mail, phone and identifier, and may be asked for 100 times a minute.
         *
         *     Needs the scope `chatwoot:read`. MCP: `chatwoot_contacts` · CLI: `smarteros chatwoot contacts`
         */
        get: operations["chatwoot_contacts"];
        put?: never;
        /**
         * Create a contact in Chatwoot
         * @description Mail, phone and identifier are unique in the company’s account: a second contact with one of them is refused (`engine_conflict`, which names the field).
         *
         *     Needs the scope `chatwoot:write`. MCP: `chatwoot_create_contact` · CLI: `smarteros chatwoot create-contact`
         */
        post: operations["chatwoot_create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact in Chatwoot
         * @description Needs the scope `chatwoot:read`. MCP: `chatwoot_contact` · CLI: `smarteros chatwoot contact`
         */
        get: operations["chatwoot_contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations in Chatwoot, the newest first
         * @description Needs the scope `chatwoot:read`. MCP: `chatwoot_conversations` · CLI: `smarteros chatwoot conversations`
         */
        get: operations["chatwoot_conversations"];
        put?: never;
        /**
         * Begin a conversation in Chatwoot
         * @description Needs the scope `chatwoot:write`. MCP: `chatwoot_create_conversation` · CLI: `smarteros chatwoot create-conversation`
         */
        post: operations["chatwoot_create_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation in Chatwoot
         * @description What was said in it: `chatwoot.messages`.
         *
         *     Needs the scope `chatwoot:read`. MCP: `chatwoot_conversation` · CLI: `smarteros chatwoot conversation`
         */
        get: operations["chatwoot_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/conversations/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a conversation, or open it again
         * @description Needs the scope `chatwoot:write`. MCP: `chatwoot_set_status` · CLI: `smarteros chatwoot set-status`
         */
        post: operations["chatwoot_set_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation, the newest first
         * @description Needs the scope `chatwoot:read`. MCP: `chatwoot_messages` · CLI: `smarteros chatwoot messages`
         */
        get: operations["chatwoot_messages"];
        put?: never;
        /**
         * Send a message in a conversation
         * @description Outgoing messages reach the customer by the conversation’s channel. `incoming` is what the customer said, and only in inboxes of the channel API.
         *
         *     Needs the scope `chatwoot:write`. MCP: `chatwoot_send_message` · CLI: `smarteros chatwoot send-message`
         */
        post: operations["chatwoot_send_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatwoot/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask Chatwoot whether it is well
         * @description Needs the scope `chatwoot:read`. MCP: `chatwoot_health` · CLI: `smarteros chatwoot health`
         */
        get: operations["chatwoot_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workflows
         * @description In an n8n that companies share, these are the operator’s workflows for this company; in one of its own, all of them.
         *
         *     Needs the scope `n8n:read`. MCP: `n8n_workflows` · CLI: `smarteros n8n workflows`
         */
        get: operations["n8n_workflows"];
        put?: never;
        /**
         * Create a workflow, switched off
         * @description In an n8n of the company’s own. A shared one runs the operator’s workflows only.
         *
         *     Needs the scope `n8n:write`. MCP: `n8n_create` · CLI: `smarteros n8n create`
         */
        post: operations["n8n_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a workflow
         * @description Needs the scope `n8n:read`. MCP: `n8n_workflow` · CLI: `smarteros n8n workflow`
         */
        get: operations["n8n_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/workflows/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a workflow on
         * @description In an n8n of the company’s own. Answers when it is so; twice does no harm.
         *
         *     Needs the scope `n8n:write`. MCP: `n8n_activate` · CLI: `smarteros n8n activate`
         */
        post: operations["n8n_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/workflows/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a workflow off
         * @description In an n8n of the company’s own. Answers when it is so; twice does no harm.
         *
         *     Needs the scope `n8n:write`. MCP: `n8n_deactivate` · CLI: `smarteros n8n deactivate`
         */
        post: operations["n8n_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/workflows/{id}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a workflow
         * @description Calls the workflow’s production webhook with `data` and a `correlationId`. n8n has no other way in: a workflow without a webhook, or one that isn’t active, is refused. A run that failed is an answer, too (`failed`): the workflow may have done part of its work.
         *
         *     Needs the scope `n8n:write`. MCP: `n8n_execute` · CLI: `smarteros n8n execute`
         */
        post: operations["n8n_execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs of workflows, the newest first
         * @description Needs the scope `n8n:read`. MCP: `n8n_executions` · CLI: `smarteros n8n executions`
         */
        get: operations["n8n_executions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a run did, step by step
         * @description Headers, credentials and whatever is named like a secret are left out.
         *
         *     Needs the scope `n8n:read`. MCP: `n8n_execution` · CLI: `smarteros n8n execution`
         */
        get: operations["n8n_execution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/n8n/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask n8n whether it is well
         * @description Needs the scope `n8n:read`. MCP: `n8n_health` · CLI: `smarteros n8n health`
         */
        get: operations["n8n_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odoo/search_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find and read records of a model
         * @description Pages by `nextCursor`: by id, the default order, nothing is left out or doubled while records come and go. Empty values are null, a relation to one record is `{id, name}`, to several their ids, and times are ISO 8601 in UTC.
         *
         *     Needs the scope `odoo:read`. MCP: `odoo_search_read` · CLI: `smarteros odoo search-read`
         */
        post: operations["odoo_search_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odoo/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create records of a model, all or none
         * @description Needs the scope `odoo:write`. MCP: `odoo_create` · CLI: `smarteros odoo create`
         */
        post: operations["odoo_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odoo/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change records of a model, all in the same way, all or none
         * @description Needs the scope `odoo:write`. MCP: `odoo_write` · CLI: `smarteros odoo write`
         */
        post: operations["odoo_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odoo/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete records of a model, all or none
         * @description Needs the scope `odoo:destroy`. MCP: `odoo_unlink` · CLI: `smarteros odoo unlink`
         */
        post: operations["odoo_unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odoo/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a method of a model
         * @description What the method does is Odoo’s affair, so it takes the right to delete. A method that acts on records takes their ids as the first of `args`. The answer is Odoo’s own, unchanged.
         *
         *     Needs the scope `odoo:destroy`. MCP: `odoo_call` · CLI: `smarteros odoo call`
         */
        post: operations["odoo_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vault/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the names of the company’s secrets in a folder
         * @description Needs the scope `vault:read`. MCP: `vault_list` · CLI: `smarteros vault list`
         */
        get: operations["vault_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vault/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a secret of the company
         * @description Stands in the audit as an act, with who read it: a secret that was read is known. A repeat by its idempotency key answers without the values.
         *
         *     Needs the scope `vault:read`. MCP: `vault_read` · CLI: `smarteros vault read`
         */
        post: operations["vault_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vault/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a secret of the company
         * @description Needs the scope `vault:write`. MCP: `vault_write` · CLI: `smarteros vault write`
         */
        post: operations["vault_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vault/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a secret of the company
         * @description With `forever` all of its versions; otherwise whoever runs Vault can bring it back.
         *
         *     Needs the scope `vault:destroy`. MCP: `vault_delete` · CLI: `smarteros vault delete`
         */
        post: operations["vault_delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/botpress/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the company’s bots
         * @description In a workspace that companies share, it is one; in a workspace of its own, all of them.
         *
         *     Needs the scope `botpress:read`. MCP: `botpress_bots` · CLI: `smarteros botpress bots`
         */
        get: operations["botpress_bots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/botpress/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a bot’s conversations, the one that changed last first
         * @description Needs the scope `botpress:read`. MCP: `botpress_conversations` · CLI: `smarteros botpress conversations`
         */
        get: operations["botpress_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/botpress/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation, the newest first
         * @description Needs the scope `botpress:read`. MCP: `botpress_messages` · CLI: `smarteros botpress messages`
         */
        get: operations["botpress_messages"];
        put?: never;
        /**
         * Write to a customer, as the bot
         * @description Needs the scope `botpress:write`. MCP: `botpress_send_message` · CLI: `smarteros botpress send-message`
         */
        post: operations["botpress_send_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/botpress/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask Botpress whether the company’s bot is well
         * @description Needs the scope `botpress:read`. MCP: `botpress_health` · CLI: `smarteros botpress health`
         */
        get: operations["botpress_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metabase/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the company’s dashboards
         * @description In a Metabase that companies share, these are the ones in the company’s collection and in the collections below it.
         *
         *     Needs the scope `metabase:read`. MCP: `metabase_dashboards` · CLI: `smarteros metabase dashboards`
         */
        get: operations["metabase_dashboards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metabase/dashboards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dashboard
         * @description Needs the scope `metabase:read`. MCP: `metabase_dashboard` · CLI: `smarteros metabase dashboard`
         */
        get: operations["metabase_dashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metabase/cards/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a card and read its rows
         * @description A card of the company’s collection. Where it has the parameter that says whose rows are meant, that is always the company.
         *
         *     Needs the scope `metabase:read`. MCP: `metabase_card_result` · CLI: `smarteros metabase card-result`
         */
        post: operations["metabase_card_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metabase/dashboards/{id}/embed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a link that shows a dashboard in a frame, for ten minutes
         * @description For the company’s dashboards, and for those that the operator made for all. The parameter that says whose rows are shown is locked to the company; a dashboard that doesn’t lock it, or has a card that doesn’t obey it, is refused. Whoever has the link sees the dashboard.
         *
         *     Needs the scope `metabase:read`. MCP: `metabase_embed` · CLI: `smarteros metabase embed`
         */
        post: operations["metabase_embed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metabase/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask Metabase whether it is well
         * @description Needs the scope `metabase:read`. MCP: `metabase_health` · CLI: `smarteros metabase health`
         */
        get: operations["metabase_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List consents, newest first, withdrawn ones included
         * @description Needs the scope `consents:read` or the operator's key. MCP: `consents_list` · CLI: `smarteros consents list`
         */
        get: operations["consents_list"];
        put?: never;
        /**
         * Record that somebody agreed to something
         * @description Consents are never changed: another wording or purpose is another consent. `withdrawToken` goes into a link by which they withdraw it themselves.
         *
         *     Needs the scope `consents:write` or the operator's key. MCP: `consents_record` · CLI: `smarteros consents record`
         */
        post: operations["consents_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that somebody withdrew their consent
         * @description It counts from then on; what was done before stays lawful. Twice is harmless.
         *
         *     Needs the scope `consents:write` or the operator's key. MCP: `consents_withdraw` · CLI: `smarteros consents withdraw`
         */
        post: operations["consents_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw one’s consent by the link that came with it
         * @description Needs no login: withdrawing is as easy as agreeing was. Twice is harmless.
         *
         *     Open to everybody. MCP: `consents_withdraw_by_link` · CLI: `smarteros consents withdraw-by-link`
         */
        post: operations["consents_withdraw_by_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consents/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether somebody’s consent for a purpose is valid now
         * @description Needs the scope `consents:read` or the operator's key. MCP: `consents_status` · CLI: `smarteros consents status`
         */
        get: operations["consents_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people asked about their data, newest first
         * @description Needs the scope `privacy:read` or the operator's key. MCP: `privacy_requests` · CLI: `smarteros privacy requests`
         */
        get: operations["privacy_requests"];
        put?: never;
        /**
         * Record what somebody asks about their personal data
         * @description The clock starts when it came in: 30 calendar days to decide, 2 business days for a block. `patch` says what a rectification should change.
         *
         *     Needs the scope `privacy:write` or the operator's key. MCP: `privacy_request` · CLI: `smarteros privacy request`
         */
        post: operations["privacy_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/own-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what one asked about the data of one’s own login
         * @description Needs the operator's key. MCP: `privacy_own_requests` · CLI: `smarteros privacy own-requests`
         */
        get: operations["privacy_own_requests"];
        put?: never;
        /**
         * Ask for something about the data of one’s own login
         * @description Goes to the operator of this installation, who answers for logins. A company’s data about somebody is asked of that company.
         *
         *     Needs the operator's key. MCP: `privacy_request_own` · CLI: `smarteros privacy request-own`
         */
        post: operations["privacy_request_own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a request about personal data
         * @description Needs the scope `privacy:read` or the operator's key. MCP: `privacy_get_request` · CLI: `smarteros privacy get-request`
         */
        get: operations["privacy_get_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the requester was told that their request arrived
         * @description Needs the scope `privacy:write` or the operator's key. MCP: `privacy_acknowledge` · CLI: `smarteros privacy acknowledge`
         */
        post: operations["privacy_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend the term of a request, once, by 30 days at the most
         * @description Not for a block, which stays at 2 business days.
         *
         *     Needs the scope `privacy:write` or the operator's key. MCP: `privacy_extend` · CLI: `smarteros privacy extend`
         */
        post: operations["privacy_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant or refuse a request about personal data
         * @description What is granted is done in the same act: an erasure makes the contact unrecognisable in every feature, a rectification applies its patch, a block hides the contact, an opposition withdraws its consents. A refusal needs a ground; where to complain is added by itself. A legal hold forbids an erasure.
         *
         *     Needs the scope `privacy:write` or the operator's key. MCP: `privacy_decide` · CLI: `smarteros privacy decide`
         */
        post: operations["privacy_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/contacts/{contactId}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow a contact’s data to be used again
         * @description Once what a block was asked for is settled.
         *
         *     Needs the scope `privacy:write`. MCP: `privacy_unblock` · CLI: `smarteros privacy unblock`
         */
        post: operations["privacy_unblock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/requests/{id}/erase-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person’s login, as a granted request asks for
         * @description Name, phone and mail go, sessions end, and nobody can log in by them again; the number is free for a new person. Not while they are the only owner of a company.
         *
         *     Needs the operator's key. MCP: `privacy_erase_login` · CLI: `smarteros privacy erase-login`
         */
        post: operations["privacy_erase_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything that is kept about a contact
         * @description What answers a request for access or portability: all features’ records, with purpose, legal basis, recipients and retention of each. Structured and machine-readable.
         *
         *     Needs the scope `privacy:read`. MCP: `privacy_subject_data` · CLI: `smarteros privacy subject-data`
         */
        get: operations["privacy_subject_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/my-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything that is kept about oneself
         * @description The data of one’s login: who one is, sessions, companies, what was asked and agreed to, and what the audit says.
         *
         *     Needs the operator's key. MCP: `privacy_my_data` · CLI: `smarteros privacy my-data`
         */
        get: operations["privacy_my_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List breaches, newest first
         * @description Needs the scope `breaches:read` or the operator's key. MCP: `breaches_list` · CLI: `smarteros breaches list`
         */
        get: operations["breaches_list"];
        put?: never;
        /**
         * Record a breach of security that concerned personal data
         * @description The answer says whom the law asks to tell: the Agency from a reasonable risk on, without undue delay; each person when their sensitive or economic data, or those of children under 14, are concerned. The operator records those of the whole platform.
         *
         *     Needs the scope `breaches:write` or the operator's key. MCP: `breaches_record` · CLI: `smarteros breaches record`
         */
        post: operations["breaches_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/breaches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a breach
         * @description Needs the scope `breaches:write` or the operator's key. MCP: `breaches_update` · CLI: `smarteros breaches update`
         */
        patch: operations["breaches_update"];
        trace?: never;
    };
    "/breaches/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write the notices of a breach: to the Agency and to the people concerned
         * @description Needs the scope `breaches:read` or the operator's key. MCP: `breaches_texts` · CLI: `smarteros breaches texts`
         */
        get: operations["breaches_texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/breaches/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that somebody was told of a breach
         * @description Needs the scope `breaches:write` or the operator's key. MCP: `breaches_notice` · CLI: `smarteros breaches notice`
         */
        post: operations["breaches_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the register of processing: what personal data is used for, and on what ground
         * @description Made of what the features declare; where the company described something otherwise, its words count.
         *
         *     Needs the scope `processing:read` or the operator's key. MCP: `processing_list` · CLI: `smarteros processing list`
         */
        get: operations["processing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processing/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Describe an activity in the company’s own words, or add one
         * @description What is left out stays as it is. An activity of one’s own needs all fields; `removed` takes it off the register. Earlier descriptions are kept.
         *
         *     Needs the scope `processing:write` or the operator's key. MCP: `processing_update` · CLI: `smarteros processing update`
         */
        put: operations["processing_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish the company’s privacy policy
         * @description What the law wants to be public (art. 14 ter); the rest comes from the register of processing. Earlier versions are kept.
         *
         *     Needs the scope `privacy:write` or the operator's key. MCP: `privacy_publish_policy` · CLI: `smarteros privacy publish-policy`
         */
        put: operations["privacy_publish_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/privacy/policy/{company}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a company’s public privacy policy
         * @description Needs no login. A company that has published none is not found.
         *
         *     Open to everybody. MCP: `privacy_policy` · CLI: `smarteros privacy policy`
         */
        get: operations["privacy_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List how long each class of personal data is kept
         * @description Needs the scope `retention:read` or the operator's key. MCP: `retention_list` · CLI: `smarteros retention list`
         */
        get: operations["retention_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/{class}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how long a class of personal data is kept
         * @description Shorter than the law’s minimum is refused (6 years for tax records). What a legal hold covers stays in any case.
         *
         *     Needs the scope `retention:write` or the operator's key. MCP: `retention_set` · CLI: `smarteros retention set`
         */
        put: operations["retention_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what retention would delete now, without deleting it
         * @description Needs the scope `retention:read`. MCP: `retention_preview` · CLI: `smarteros retention preview`
         */
        get: operations["retention_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List legal holds, newest first
         * @description Needs the scope `holds:read` or the operator's key. MCP: `holds_list` · CLI: `smarteros holds list`
         */
        get: operations["holds_list"];
        put?: never;
        /**
         * Put a legal hold on personal data: it must not be deleted
         * @description On a contact, a class of data, both, or (with neither) on everything. It stops retention, erasures and the purge of a deleted company.
         *
         *     Needs the scope `holds:write` or the operator's key. MCP: `holds_create` · CLI: `smarteros holds create`
         */
        post: operations["holds_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a legal hold
         * @description Needs the scope `holds:write` or the operator's key. MCP: `holds_release` · CLI: `smarteros holds release`
         */
        post: operations["holds_release"];
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
    "/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the public address of the installation answers
         * @description Asked from this machine, so an address that only a proxy outside knows may count as silent.
         *
         *     Needs the operator's key. MCP: `core_address` · CLI: `smarteros core address`
         */
        get: operations["core_address"];
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
            code: "invalid_input" | "malformed_request" | "unauthenticated" | "forbidden" | "step_up_required" | "tenant_required" | "otp_invalid" | "otp_expired" | "setup_token_invalid" | "second_factor_required" | "proof_invalid" | "ticket_expired" | "login_failed" | "federation_failed" | "identity_unknown" | "otp_tries_exceeded" | "challenge_required" | "phone_country_not_allowed" | "refresh_invalid" | "insufficient_scope" | "tenant_suspended" | "tenant_closing" | "origin_not_allowed" | "not_found" | "method_not_allowed" | "conflict" | "tax_id_taken" | "too_many_webhooks" | "webhook_disabled" | "whatsapp_window_closed" | "whatsapp_unreachable" | "contact_held" | "last_owner" | "invitation_invalid" | "invitation_not_yours" | "idempotency_in_progress" | "version_conflict" | "payload_too_large" | "unsupported_media_type" | "idempotency_key_reused" | "rate_limited" | "engine_not_connected" | "engine_not_ready" | "engine_unreachable" | "engine_rejected_credentials" | "engine_not_found" | "engine_conflict" | "engine_rate_limited" | "engine_invalid" | "engine_forbidden" | "engine_unsupported" | "engine_outcome_unknown" | "dry_run_impossible" | "internal" | "unavailable";
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
            /** @description What a program needs to go on. With `second_factor_required`: `ticket`. With `challenge_required`: `challenge`, an ALTCHA challenge (version 2, SHA-256). */
            data?: {
                [key: string]: unknown;
            };
            /** @description Name it when you ask for help; the same as `X-Request-Id`. */
            requestId?: string;
        };
        Account: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The most that a key of it can hold. */
            scopes: string[];
            disabled: boolean;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            version: number;
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
        AuditCheckpoint: {
            /** Format: uuid */
            id: string;
            /** @description Place in the company’s chain, from 1. */
            number: number;
            /** @description SHA-256 in hex (docs/audit.md). */
            hash: string;
            /** @description ISO 8601, UTC, milliseconds. */
            at: string;
            /** @description The statement as a JWS (ES256), to be kept elsewhere. */
            token: string;
        };
        AuditEntry: {
            /** @description UUID. */
            id: string;
            /** @description ISO 8601, UTC, milliseconds. */
            at: string;
            actor: {
                /** @description One of anonymous, operator, key, grant, job, person, agent, vault. */
                kind: string;
                /** @description UUID. */
                id: string | null;
                name: string;
            };
            /** @description What happened, e.g. contact.created. */
            action: string;
            operation: string;
            /** @description Id of what was acted on. */
            target: string | null;
            requestId: string;
            /** @description Of what an engine did or was asked to do; kept for a year. */
            cost?: components["schemas"]["EngineCost"];
            /**
             * @description SmarterOS writes no such row: it was changed in the database, and is shown as it stands there.
             * @constant
             */
            damaged?: true;
        };
        AuditProof: {
            /** @description Nothing wrong was found in the rows that were looked at. */
            ok: boolean;
            /** @description Rows that were looked at. */
            checked: number;
            /** @description Place in the company’s chain, from 1. */
            from: number;
            /** @description The last row that was sealed; null before the first. */
            head: {
                /** @description Place in the company’s chain, from 1. */
                number: number;
                /** @description SHA-256 in hex (docs/audit.md). */
                hash: string;
            } | null;
            /** @description The first row that is wrong. */
            broken: {
                /** @description Place in the company’s chain, from 1. */
                number: number;
                /** @description Of the row; null when there is none. */
                id: string | null;
                /**
                 * @description changed: a column or the seal · missing: no row has that number · inserted: a row the chain doesn’t know · reordered: it changed places with the next · head: rows were taken off the end, or the end itself was changed · rewritten: not the row that the checkpoint was signed for.
                 * @enum {string}
                 */
                what: "changed" | "missing" | "inserted" | "reordered" | "head" | "rewritten";
            } | null;
            /** @description Rows at the end that the sealer has yet to chain. */
            unsealed: {
                /** @description At most 10,000 are counted. */
                count: number;
                /** @description Age of the oldest; more than a few seconds: no worker runs. */
                oldestSeconds: number;
            };
            /** @description Where to go on; null at the end. */
            nextFrom: number | null;
        };
        BotpressBot: {
            id: string;
            name: string;
            /** @description When it was last published; null: never. */
            deployedAt: string | null;
            createdAt: string;
            updatedAt: string;
        };
        BotpressConversation: {
            id: string;
            /** @description What it came by, e.g. `webchat` or `whatsapp`. */
            integration: string;
            channel: string;
            /** @description How many there are. */
            messages: number | null;
            /** @description What bot and integration noted. */
            tags: {
                [key: string]: string;
            };
            createdAt: string;
            updatedAt: string;
        };
        BotpressHealth: {
            /** @description `active`, `deploying` or `deleting`. */
            status: string;
            /** @description What it can be reached by: those that are switched on, e.g. `webchat`. */
            integrations: string[];
            /** @description Other companies have their bots in the same workspace. */
            shared: boolean;
        };
        BotpressMessage: {
            id: string;
            conversationId: string;
            /**
             * @description `incoming`: from the customer.
             * @enum {string}
             */
            direction: "incoming" | "outgoing";
            /** @description `text`, `image`, `choice` … */
            type: string;
            text: string | null;
            /** @description As Botpress has it. */
            payload: {
                [key: string]: unknown;
            };
            userId: string;
            createdAt: string;
        };
        Breach: {
            /** Format: uuid */
            id: string;
            title: string;
            description: string;
            occurredAt: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            detectedAt: string;
            dataClasses: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
            /** @description How many people; null: not known yet. */
            affected: number | null;
            /** @enum {string} */
            risk: "none" | "low" | "reasonable" | "high";
            measures: string;
            /** @enum {string} */
            state: "open" | "closed";
            /** @description The law asks to tell the Agency, without undue delay. */
            tellAgency: boolean;
            /** @description The law asks to tell each person concerned. */
            tellPeople: boolean;
            version: number;
        };
        BreachNotice: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            breachId: string;
            /** @enum {string} */
            audience: "agency" | "person";
            recipient: string;
            channel: string;
            text: string;
            /** @description ISO 8601, UTC, milliseconds. */
            sentAt: string;
            sentBy: string;
        };
        BreachTexts: {
            agency: {
                es: string;
                en: string;
            } | null;
            person: {
                es: string;
                en: string;
            } | null;
            sent: components["schemas"]["BreachNotice"][];
        };
        Certificate: {
            /** @description Whose; null: the installation’s own public address. */
            engine: string | null;
            /** @description What to call it. */
            title: string;
            /** @description Host, and port where it isn’t 443. */
            host: string;
            /** @description Who vouches for it, as it says itself. */
            issuer: string | null;
            /** @description When it ends. */
            notAfter: string | null;
            /**
             * @description expiring: 14 days or less are left. untrusted: self-signed, of another name, or of nobody known. unreachable: no handshake in 5 s.
             * @enum {string}
             */
            state: "ok" | "expiring" | "expired" | "untrusted" | "unreachable";
        };
        Certificates: {
            data: components["schemas"]["Certificate"][];
        };
        ChatwootContact: {
            id: string;
            name: string | null;
            email: string | null;
            /** @description E.164. */
            phone: string | null;
            /** @description Who it is here: id of a contact, or UGID of a person. */
            identifier: string | null;
            blocked: boolean;
            /** @description Custom attributes of Chatwoot. */
            attributes: {
                [key: string]: unknown;
            };
            createdAt: string | null;
            lastActivityAt: string | null;
        };
        ChatwootConversation: {
            /** @description The number that people see in Chatwoot. */
            id: string;
            inboxId: string;
            /** @description `open`, `resolved`, `pending` or `snoozed`. */
            status: string;
            priority: string | null;
            labels: string[];
            unread: number;
            contact: {
                id: string;
                name: string | null;
            } | null;
            assignee: {
                id: string;
                name: string | null;
            } | null;
            createdAt: string | null;
            lastActivityAt: string | null;
            /** @description Since when the customer waits for an answer; null: answered. */
            waitingSince: string | null;
            /** @description What was said last. */
            lastMessage: {
                /** @description As in messages. */
                type: string;
                private: boolean;
                /** @description At most its first 200 characters. */
                content: string | null;
                createdAt: string | null;
            } | null;
        };
        ChatwootHealth: {
            /**
             * @description `degraded`: its queue or its database fails.
             * @enum {string}
             */
            status: "ok" | "degraded";
            version: string | null;
            /** @description Other companies have their accounts there as well. */
            shared: boolean;
        };
        ChatwootMessage: {
            id: string;
            conversationId: string;
            /** @description `incoming`, `outgoing`, `activity` or `template`. */
            type: string;
            content: string | null;
            contentType: string;
            /** @description A note that the customer doesn’t see. */
            private: boolean;
            /** @description `sent`, `delivered`, `read` or `failed`. */
            status: string | null;
            sender: {
                id: string;
                name: string | null;
                /** @description `contact`, `user`, `agent_bot` … */
                type: string | null;
            } | null;
            attachments: {
                type: string;
                url: string;
            }[];
            createdAt: string | null;
        };
        Claim: {
            /** Format: uuid */
            id: string;
            taxId: string;
            /** @constant */
            status: "open";
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
        };
        ClaimToDecide: {
            /** Format: uuid */
            id: string;
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                verified: boolean;
            };
            claimant: {
                /** Format: uuid */
                id: string;
                name: string | null;
                phone: string | null;
                email: string | null;
            };
            evidence: string;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            decidedAt: string | null;
            outcome: ("approved" | "rejected") | null;
        };
        Closing: {
            /**
             * Format: uuid
             * @description Id of the company.
             */
            id: string;
            /** @description Null once the company is gone. */
            slug: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            askedAt: string;
            /** @enum {string} */
            askedByKind: "person" | "operator";
            /** @description UGID of the owner; null for the operator. */
            askedBy: string | null;
            reason: string | null;
            /** @description Until when it can be undone. */
            purgeAfter: string;
            /** @description What keeps it from being purged: a legal hold, the final export that isn’t complete, or shared engines that still hold something of it. */
            blockedBy: ("hold" | "export" | "engines") | null;
            /** @description When the operator decided that engines hold the purge up for a week at the most. */
            enginesLeftAt: string | null;
            purgedAt: string | null;
            purgedRows: number;
            /** @description HMAC-SHA256 of country and tax id, hex. */
            taxIdHash: string;
        };
        CodeSent: {
            /** @description Seconds until the code stops working. */
            expiresIn: number;
            /** @description Seconds until another one can be asked for. */
            resendAfter: number;
            /** @description How many digits the code has. */
            digits: number;
        };
        CompanyEngine: {
            /** @description e.g. `odoo`. */
            engine: string;
            title: string;
            /** @description False: this company has no part in it yet. */
            connected: boolean;
            /** @description The operator shares one that the company may take its part of. */
            offered: boolean;
            /** @description The operator’s instance, for many companies; else its own. */
            shared: boolean | null;
            /** @description What the company is to have there. */
            wanted: ("present" | "suspended" | "absent") | null;
            /** @description What it was brought to last. */
            reached: ("present" | "suspended" | "absent") | null;
            /** @description Operations of the engine are let through. */
            usable: boolean;
            /** @description `failed` is tried again by itself. */
            status: ("waiting" | "working" | "done" | "failed") | null;
            /** @description The step that is under way, or failed. */
            step: string | null;
            /** @description What bringing it to `wanted` takes, in order. */
            steps: {
                name: string;
                title: string;
            }[];
            /** @description Failed tries since the last success. */
            attempts: number;
            error: {
                code: string;
                message: string;
            } | null;
            nextTryAt: string | null;
            /** @description When all was last seen as it is to be. */
            observedAt: string | null;
            /** @description When something was last found changed from outside. */
            driftedAt: string | null;
        };
        CompanyEngineDetails: {
            /** @description e.g. `odoo`. */
            engine: string;
            title: string;
            /** @description False: this company has no part in it yet. */
            connected: boolean;
            /** @description The operator shares one that the company may take its part of. */
            offered: boolean;
            /** @description The operator’s instance, for many companies; else its own. */
            shared: boolean | null;
            /** @description What the company is to have there. */
            wanted: ("present" | "suspended" | "absent") | null;
            /** @description What it was brought to last. */
            reached: ("present" | "suspended" | "absent") | null;
            /** @description Operations of the engine are let through. */
            usable: boolean;
            /** @description `failed` is tried again by itself. */
            status: ("waiting" | "working" | "done" | "failed") | null;
            /** @description The step that is under way, or failed. */
            step: string | null;
            /** @description What bringing it to `wanted` takes, in order. */
            steps: {
                name: string;
                title: string;
            }[];
            /** @description Failed tries since the last success. */
            attempts: number;
            error: {
                code: string;
                message: string;
            } | null;
            nextTryAt: string | null;
            /** @description When all was last seen as it is to be. */
            observedAt: string | null;
            /** @description When something was last found changed from outside. */
            driftedAt: string | null;
            /** @description As the engine says itself. */
            version: string | null;
            /** @description What was found that it can do. */
            capabilities: string[];
        };
        ConnectedEngine: {
            engine: string;
            /** Format: uuid */
            instanceId: string;
            url: string;
            /** @description As the engine says itself. */
            version: string | null;
            /** @description What was found that it can do. */
            capabilities: string[];
        };
        Consent: {
            /** Format: uuid */
            id: string;
            contactId: string | null;
            personId: string | null;
            identifier: string | null;
            purpose: string;
            /** @description The exact words that were agreed to. */
            text: string;
            textVersion: string;
            /** @description SHA-256 of the words, hex. */
            textHash: string;
            channel: string;
            evidence: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            givenAt: string;
            expiresAt: string | null;
            withdrawnAt: string | null;
            /** @description Channel of the withdrawal. */
            withdrawnBy: string | null;
            /** @description For a link by which the person withdraws it: POST /consents/withdraw. */
            withdrawToken: string;
        };
        ConsentEnded: {
            /** Format: uuid */
            id: string;
            purpose: string;
            text: string;
            /** @description ISO 8601, UTC, milliseconds. */
            withdrawnAt: string;
        };
        ConsentStatus: {
            valid: boolean;
            /** @description What it rests on, or the last one that there was. */
            consent: components["schemas"]["Consent"] | null;
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
            /** @description Values of the company’s own fields (contact_fields.list) by key. */
            readonly fields?: {
                [key: string]: string | number | boolean | string[];
            };
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description Goes up with each change; the ETag. */
            version: number;
        };
        ContactExport: {
            text: string;
            nextCursor: string | null;
        };
        ContactField: {
            /** Format: uuid */
            id: string;
            /** @description Its name in `fields` of a contact. */
            key: string;
            title: string;
            /** @enum {string} */
            type: "text" | "number" | "date" | "boolean" | "one_of" | "many_of" | "url" | "mail" | "phone" | "tax_id";
            /** @description What one_of and many_of choose from. */
            options: string[];
            /** @description Nothing new is written into it; its values stay. */
            archived: boolean;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            version: number;
        };
        ContactMerge: {
            /**
             * Format: uuid
             * @description For contacts.unmerge.
             */
            mergeId: string;
            /** @description The one that stayed. */
            contact: components["schemas"]["Contact"];
            /** @description Those that became part of it; their ids lead to it. */
            mergedIds: string[];
        };
        ContactPair: {
            /** @description The older one first. */
            contacts: components["schemas"]["Contact"][];
            /** @description What they have in common. */
            reasons: ("taxId" | "email" | "phone" | "name")[];
            /** @description Of their names, 0 to 1. */
            similarity: number;
        };
        ContactSyncStatus: {
            engine: string;
            /** @description Contacts that are the same there. */
            linked: number;
            /** @description Removed there: they stay here, and don’t go there again by themselves. */
            left: number;
            /** @description Not there, since another contact with their phone or mail is. */
            duplicate: number;
            /** @description The engine can’t take them as they are. */
            refused: number;
            /** @description Something went wrong with them; they are tried again. */
            failed: number;
            /** @description Changes here that are still to go there; at most 10000 are counted. */
            waiting: number;
            /** @description Contacts that the engine says changed there, and that wait to be looked at. */
            told: number;
            /** @description When all contacts from before had gone there. */
            filledAt: string | null;
            /** @description When changes there were last looked for. */
            lookedAt: string | null;
            /** @description What keeps the engine from being reached. */
            errorCode: string | null;
        };
        DevelopmentMessages: {
            data: {
                to: string;
                text: string;
                /** @description ISO 8601, UTC, milliseconds. */
                at: string;
            }[];
        };
        EmailSet: {
            /** @description Lower case; null: none. */
            email: string | null;
        };
        EngineCheck: {
            engine: string;
            ok: boolean;
            /** @description As the engine says itself. */
            version: string | null;
            /** @description What was found that it can do. */
            capabilities: string[];
            /** @description ISO 8601, UTC, milliseconds. */
            checkedAt: string;
            error: {
                code: string;
                message: string;
            } | null;
        };
        EngineCost: {
            /** @description Requests that were sent to the engine. */
            requests: number;
            /** @description Milliseconds that we waited for it. */
            ms: number;
            /** @description Bytes of the bodies that were sent. */
            bytesOut: number;
            /** @description Bytes of the bodies that came back. */
            bytesIn: number;
            /** @description ok, or the code of the error. */
            outcome: string;
        };
        EngineLaunch: {
            engine: string;
            /** @description Where to go. It may log in by itself, so it is for whoever asked, and null when repeated. */
            url: string | null;
            /** @description Null: it doesn’t expire. */
            expiresAt: string | null;
            /** @description Null when the link logs in by itself; else why it doesn’t, e.g. `login_needed`. */
            reason: string | null;
        };
        EnginePersonReport: {
            /**
             * Format: uuid
             * @description UGID.
             */
            person: string;
            name: string | null;
            /**
             * @description `disabled` for whoever left or was shut out.
             * @enum {string}
             */
            wanted: "present" | "disabled";
            /**
             * @description `failed` is tried again by itself.
             * @enum {string}
             */
            status: "waiting" | "done" | "failed";
            /** @description Failed tries since the last success. */
            attempts: number;
            error: {
                code: string;
                message: string;
            } | null;
            /** @description Since when that is wanted. */
            wantedAt: string | null;
            /** @description When that was last brought about. */
            reachedAt: string | null;
        };
        EnginePlan: {
            engine: string;
            /** @description What it was brought to last. */
            from: ("present" | "suspended" | "absent") | null;
            /** @enum {string} */
            wanted: "present" | "suspended" | "absent";
            /** @description Something goes that can’t be brought back. */
            destroys: boolean;
            steps: {
                name: string;
                title: string;
                destructive: boolean;
                /**
                 * @description `unknown`: only a step before it makes that clear.
                 * @enum {string}
                 */
                status: "done" | "to_do" | "unknown";
            }[];
            /** @description What `engines.remove` wants to see: it says that this plan was read. */
            plan: string;
        };
        Event: {
            /**
             * Format: uuid
             * @description The same on every delivery: whoever gets it twice knows it by this.
             */
            id: string;
            name: string;
            /** @description Of the data’s shape. */
            version: number;
            /** @description Ascending in the order of publishing, with gaps. */
            position: number;
            /** @description ISO 8601, UTC, milliseconds. */
            occurredAt: string;
            data: {
                [key: string]: unknown;
            };
        };
        EventType: {
            name: string;
            version: number;
            summary: string;
            /** @description Who holds it, beside events:read, sees such events. */
            scope: string;
            /** @description JSON Schema of the data. */
            schema: {
                [key: string]: unknown;
            };
        };
        FactorRemoved: {
            /** @constant */
            removed: true;
        };
        Factors: {
            /** @description An app that shows codes. */
            totp: boolean;
            passkeys: number;
            /** @description How many are left. */
            recoveryCodes: number;
            /** @description Of the local login; null without one. */
            username: string | null;
            /** @description Every login asks for the second factor. */
            alwaysAsk: boolean;
        };
        FederatedLogin: {
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
            /** @description Path to go on to. */
            next: string;
        };
        FederatedStart: {
            /** @description Where the browser has to go. */
            url: string;
            /** @description To show at auth.oidc_finish. */
            binding: string | null;
            /** @description Seconds until it has to be back. */
            expiresIn: number;
        };
        FinalExportPart: {
            part: number;
            /** @description Parts there are so far. */
            parts: number;
            /** @description Whether these are all. */
            complete: boolean;
            rows: number;
            /** @description ISO 8601, UTC, milliseconds. */
            madeAt: string;
            /** @description Of `body` as UTF-8, hex. */
            sha256: string;
            /** @description NDJSON: a line {table, row} per row. */
            body: string;
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
        HeldMessage: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            formId: string;
            name: string;
            email: string | null;
            phone: string | null;
            message: string;
            /**
             * @description unsolved: came without proof of work · trap: a field was filled that people don’t see · hurry: faster than people type.
             * @enum {string}
             */
            reason: "unsolved" | "trap" | "hurry";
            /** @description ISO 8601, UTC, milliseconds. */
            receivedAt: string;
        };
        HookDelivery: {
            /** Format: uuid */
            id: string;
            /** @description Who sent it. */
            engine: string;
            /** @description What it is about, in the other system’s words. */
            kind: string;
            /** @description Length of the body. */
            bytes: number;
            /**
             * @description Waiting to be read, read, or failed: it is tried again by itself for some hours.
             * @enum {string}
             */
            status: "waiting" | "done" | "failed";
            attempts: number;
            /** @description Why the last try failed. */
            errorCode: string | null;
            /** @description How many things it told; null before it was read. */
            told: number | null;
            /** @description ISO 8601, UTC, milliseconds. */
            receivedAt: string;
            processedAt: string | null;
        };
        HookDeliveryDetails: {
            /** Format: uuid */
            id: string;
            /** @description Who sent it. */
            engine: string;
            /** @description What it is about, in the other system’s words. */
            kind: string;
            /** @description Length of the body. */
            bytes: number;
            /**
             * @description Waiting to be read, read, or failed: it is tried again by itself for some hours.
             * @enum {string}
             */
            status: "waiting" | "done" | "failed";
            attempts: number;
            /** @description Why the last try failed. */
            errorCode: string | null;
            /** @description How many things it told; null before it was read. */
            told: number | null;
            /** @description ISO 8601, UTC, milliseconds. */
            receivedAt: string;
            processedAt: string | null;
            /** @description As it came. Null after 7 days, and for who may not read the engine that sent it. */
            body: string | null;
        };
        HookSender: {
            engine: string;
            title: string;
            /**
             * @description ours: made here and entered there. theirs: the other system gives it out.
             * @enum {string}
             */
            secret: "ours" | "theirs";
        };
        Identities: {
            data: components["schemas"]["Identity"][];
        };
        Identity: {
            /** Format: uuid */
            id: string;
            issuer: string;
            /** @description As the issuer says, to recognise it by. */
            email: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            usedAt: string;
        };
        Import: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "uploading" | "running" | "finished" | "cancelled" | "failed" | "undoing" | "undone";
            /** @enum {string} */
            format: "csv" | "vcard";
            fileName: string;
            bytes: number;
            parts: number;
            /** @description Contacts of the file that were looked at. */
            rows: number;
            /** @description How many there are; an estimate until it is finished, 0 before it is started. */
            total: number;
            created: number;
            updated: number;
            /** @description Were there already. */
            skipped: number;
            /** @description Lines with errors: imports.errors. */
            failed: number;
            /** @description Contacts that undoing has removed or restored. */
            undone: number;
            /** @description Contacts that undoing left alone: imports.conflicts. */
            conflicts: number;
            /** @description Why it failed as a whole. */
            failure: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
        };
        ImportConflict: {
            /**
             * Format: uuid
             * @description The contact.
             */
            id: string;
            /** @description By the import. */
            created: boolean;
        };
        ImportErrorFile: {
            text: string;
            nextCursor: string | null;
        };
        ImportErrorLine: {
            line: number;
            /** @description As it stands in the file. */
            raw: string;
            errors: {
                /** @description Null: the whole line. */
                column: string | null;
                field: string | null;
                code: string;
                /** @description In the caller’s language. */
                message: string;
            }[];
        };
        ImportPreview: {
            /** @enum {string} */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
            delimiter: (";" | "," | "\t" | "|") | null;
            header: boolean;
            columns: {
                name: string;
                /** @description What it is; null: ignored. */
                target: string | null;
                sample: string;
            }[];
            lines: {
                line: number;
                contact: {
                    name: string;
                    email?: string;
                    phone?: string;
                    taxId?: string;
                    tags: string[];
                    readonly fields?: {
                        [key: string]: string | number | boolean | string[];
                    };
                } | null;
                consent: boolean;
                errors: {
                    /** @description Null: the whole line. */
                    column: string | null;
                    field: string | null;
                    code: string;
                    /** @description In the caller’s language. */
                    message: string;
                }[];
            }[];
        };
        IncomingHook: {
            /** @description Who sends. */
            engine: string;
            title: string;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description When the address was last changed. */
            rotatedAt: string | null;
            /** @description Until when the address before that is taken too. */
            oldUntil: string | null;
            /** @description When something last came in. */
            lastAt: string | null;
        };
        IncomingHookMade: {
            engine: string;
            /** @description Enter it in the other system. It holds a secret: shown once, null when an answer is repeated. */
            url: string | null;
            /** @description Enter it there as well, where it was made here; else null. Shown once. */
            secret: string | null;
        };
        InstallationAddress: {
            /** @description SMARTEROS_PUBLIC_URL. */
            publicUrl: string;
            /**
             * @description local: this machine only. other: somebody answers, but it is no SmarterOS.
             * @enum {string}
             */
            state: "local" | "answers" | "other" | "silent";
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            /** @description Phone (E.164) or mail address. */
            to: string;
            /** @description As members.list names it. */
            role: string;
            inviter: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "revoked" | "expired";
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            expiresAt: string;
            /** @description When the message was handed over; null until then. */
            sentAt: string | null;
        };
        InvitationPreview: {
            company: string;
            role: string;
            inviter: string;
            /** @description ISO 8601, UTC, milliseconds. */
            expiresAt: string;
        };
        Issuers: {
            data: {
                name: string;
            }[];
        };
        Job: {
            id: string;
            /** @description The company it works for; null for the platform’s own. */
            tenantId: string | null;
            name: string;
            /** @description What it does. */
            summary: string;
            /**
             * @description A running job may have been taken by a worker a moment ago. One that is done is no longer in the list.
             * @enum {string}
             */
            state: "waiting" | "running" | "cancelling" | "failed" | "cancelled";
            /** @description Times that it was begun. */
            attempts: number;
            maxAttempts: number;
            /** @description Of a waiting job. */
            nextRunAt: string | null;
            /** @description Of a running job. */
            startedAt: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description What it reacts to; null for jobs that run by the clock. */
            event: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description Why the last attempt failed. */
            cause: {
                code: string;
                message: string;
            } | null;
        };
        JobsRetried: {
            retried: number;
            /** @description True when there may be others: call again. */
            more: boolean;
        };
        Joined: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            role: string;
        };
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The key’s first characters, to recognise it by. */
            prefix: string;
            scopes: string[];
            /** @description The service account that it acts as; null: it stands for itself. */
            accountId: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description To within a minute. */
            lastUsedAt: string | null;
        };
        Left: {
            /** Format: uuid */
            id: string;
            slug: string;
            left: boolean;
        };
        LegalHold: {
            /** Format: uuid */
            id: string;
            /** @description Whose data; null: everybody’s. */
            contactId: string | null;
            /** @description Which class of data; null: all of it. */
            class: string | null;
            /** @enum {string} */
            basis: "legal_claim" | "authority" | "tax" | "legal_duty" | "other";
            reason: string;
            until: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            createdBy: string;
            releasedAt: string | null;
            releasedBy: string | null;
        };
        LinkStart: {
            /** @description Where my browser has to go. */
            url: string;
        };
        LinkedIdentity: {
            /** Format: uuid */
            id: string;
            issuer: string;
            /** @description As the issuer says, to recognise it by. */
            email: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            usedAt: string;
            /** @description Path to go on to. */
            next: string;
        };
        LocalLogin: {
            username: string | null;
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
        LoginErased: {
            /** Format: uuid */
            ugid: string;
            result: {
                [key: string]: {
                    rows: number;
                };
            };
        };
        Logo: {
            /** @enum {string} */
            type: "image/png" | "image/jpeg" | "image/webp";
            /** @description The image, in base64. */
            data: string;
            /** @description As the company’s `logo` says it. */
            logo: string;
        };
        LostNumber: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose number.
             */
            ugid: string;
            /** @description Its last four digits: ask the person whether it is theirs. */
            newPhone: string;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            approvedAt: string | null;
            /** @description When it can be finished. */
            readyAt: string | null;
            outcome: ("completed" | "cancelled" | "refused") | null;
        };
        LostNumberAsked: {
            /** @description From the approval on. */
            waitHours: number;
        };
        LostNumberEntry: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose number.
             */
            ugid: string;
            /** @description Its last four digits: ask the person whether it is theirs. */
            newPhone: string;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            approvedAt: string | null;
            /** @description When it can be finished. */
            readyAt: string | null;
            outcome: ("completed" | "cancelled" | "refused") | null;
            name: string | null;
        };
        LostNumberReplaced: {
            /** @description E.164. */
            phone: string;
        };
        LostNumbers: {
            data: components["schemas"]["LostNumberEntry"][];
        };
        McpServer: {
            $schema?: string;
            /** @description Reverse DNS and a name, e.g. com.example/weather. */
            name: string;
            title?: string;
            description: string;
            /** @description One version: no range, and not `latest`. */
            version: string;
            websiteUrl?: string;
            repository?: {
                url: string;
                /** @description Who hosts it, as registries call it. */
                source: string;
                id?: string;
                subfolder?: string;
            };
            icons?: ({
                src: string;
            } & {
                [key: string]: unknown;
            })[];
            packages?: {
                /** @description e.g. npm. */
                registryType: string;
                registryBaseUrl?: string;
                identifier: string;
                /** @description One version: no range, and not `latest`. */
                version?: string;
                fileSha256?: string;
                runtimeHint?: string;
                transport: {
                    /** @enum {string} */
                    type: "stdio" | "streamable-http" | "sse";
                    url?: string;
                } & {
                    [key: string]: unknown;
                };
                runtimeArguments?: ({
                    name?: string;
                    isSecret?: boolean;
                } & {
                    [key: string]: unknown;
                })[];
                packageArguments?: ({
                    name?: string;
                    isSecret?: boolean;
                } & {
                    [key: string]: unknown;
                })[];
                environmentVariables?: ({
                    name?: string;
                    isSecret?: boolean;
                } & {
                    [key: string]: unknown;
                })[];
            }[];
            remotes?: {
                /** @enum {string} */
                type: "streamable-http" | "sse";
                /** @description May be a template, e.g. https://{tenant}.example.com/mcp. */
                url: string;
                headers?: ({
                    name?: string;
                    isSecret?: boolean;
                } & {
                    [key: string]: unknown;
                })[];
                variables?: {
                    [key: string]: {
                        name?: string;
                        isSecret?: boolean;
                    } & {
                        [key: string]: unknown;
                    };
                };
            }[];
            _meta?: {
                [key: string]: unknown;
            };
        };
        McpServerEntry: {
            /**
             * Format: uuid
             * @description Id of the entry.
             */
            id: string;
            server: components["schemas"]["McpServer"];
            /** @enum {string} */
            status: "active" | "deprecated" | "deleted";
            /** @description ISO 8601, UTC, milliseconds. */
            statusChangedAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            publishedAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            updatedAt: string;
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
            tenants: components["schemas"]["MyTenant"][];
        };
        Member: {
            /**
             * Format: uuid
             * @description The person’s UGID.
             */
            id: string;
            name: string | null;
            /** @description E.164; masked for who may not change members. */
            phone: string | null;
            /** @description A role that every company has, or the id of one of its own. */
            role: string;
            roleName: string;
            disabled: boolean;
            /** @description ISO 8601, UTC, milliseconds. */
            joinedAt: string;
            version: number;
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
        MetabaseCardResult: {
            columns: {
                name: string;
                title: string;
                /** @description e.g. `type/Integer`. */
                type: string | null;
            }[];
            /** @description In the order of the columns. */
            rows: unknown[][];
            /** @description How many rows Metabase gave. */
            rowCount: number;
            /** @description There are more than stand here. */
            truncated: boolean;
        };
        MetabaseDashboard: {
            id: string;
            name: string;
            description: string | null;
            /** @description Null: at the top of an instance of the company’s own. */
            collectionId: string | null;
            updatedAt: string | null;
            parameters: {
                slug: string;
                name: string;
                type: string;
            }[];
            /** @description Those that `metabase.card_result` can run. */
            cards: {
                id: string;
                name: string;
                display: string | null;
            }[];
            /** @description `metabase.embed` gives a link to it. */
            embeddable: boolean;
        };
        MetabaseDashboardRow: {
            id: string;
            name: string;
            description: string | null;
            /** @description Null: at the top of an instance of the company’s own. */
            collectionId: string | null;
            updatedAt: string | null;
        };
        MetabaseEmbed: {
            /** @description For an iframe. */
            url: string;
            expiresAt: string;
        };
        MetabaseHealth: {
            /** @description `ok`. */
            status: string;
            /** @description As it said when it was connected. */
            version: string | null;
            /** @description Other companies have their collections there as well. */
            shared: boolean;
        };
        MyTenant: {
            slug: string;
            name: string;
            role: string;
            /** @description Its colour: an angle of OKLCH. Lightness is up to who shows it, so that every hue can be read. Null: none chosen. */
            hue: number | null;
            /** @description Which logo it has: another value, another logo. The image: GET /tenants/{id}/logo. */
            logo: string | null;
            /** @description What the role allows there; `*` is everything but what is named for owners alone. */
            scopes: string[];
        };
        N8nExecution: {
            id: string;
            workflowId: string;
            /** @description `success`, `error`, `running`, `waiting`, `canceled` … */
            status: string;
            /** @description What started it, e.g. `webhook`. */
            mode: string | null;
            startedAt: string | null;
            stoppedAt: string | null;
        };
        N8nExecutionDetail: {
            id: string;
            workflowId: string;
            /** @description `success`, `error`, `running`, `waiting`, `canceled` … */
            status: string;
            /** @description What started it, e.g. `webhook`. */
            mode: string | null;
            startedAt: string | null;
            stoppedAt: string | null;
            /** @description What each node did, in order of time. */
            steps: {
                node: string;
                status: string | null;
                startedAt: string | null;
                ms: number | null;
                error: string | null;
                /** @description How many came out. */
                items: number;
                /** @description The first ten, without headers and what could be a secret. */
                output: unknown[];
            }[];
        };
        N8nHealth: {
            /** @description `ok`. */
            status: string;
            /** @description As it said when it was connected. */
            version: string | null;
            /** @description Other companies have their workflows there as well. */
            shared: boolean;
        };
        N8nRun: {
            workflowId: string;
            /** @description Stands in the body that the workflow got. */
            correlationId: string;
            /** @description Null while n8n doesn’t list the run: it goes on, or n8n keeps no successful ones. */
            executionId: string | null;
            /** @description The HTTP status that the webhook answered with. */
            status: number;
            failed: boolean;
            /** @description What the workflow answered: JSON, or a text. */
            answer: unknown;
        };
        N8nWorkflow: {
            id: string;
            name: string;
            /** @description Its triggers listen. */
            active: boolean;
            archived: boolean;
            tags: string[];
            /** @description How many there are. */
            nodes: number;
            /** @description Types of the nodes that can start it. */
            triggers: string[];
            /** @description `n8n.execute` can run it: it is active and has a webhook. */
            executable: boolean;
            createdAt: string;
            updatedAt: string;
        };
        N8nWorkflowDetail: {
            id: string;
            name: string;
            /** @description Its triggers listen. */
            active: boolean;
            archived: boolean;
            tags: string[];
            /** @description How many there are. */
            nodes: number;
            /** @description Types of the nodes that can start it. */
            triggers: string[];
            /** @description `n8n.execute` can run it: it is active and has a webhook. */
            executable: boolean;
            createdAt: string;
            updatedAt: string;
            /** @description Its nodes. */
            steps: {
                name: string;
                type: string;
                disabled: boolean;
                /** @description Without what could be a secret. Null for a workflow that the operator wrote. */
                parameters: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        Notification: {
            /**
             * @description Of what: the event that it comes from.
             * @enum {string}
             */
            kind: "grant.opened" | "tenant.claimed" | "tenant.closing" | "engine.failed" | "webhook.disabled" | "privacy.request_received" | "privacy.request_due";
            /**
             * @description By which way first; the other one stands in for it. best: what suits the kind; off: not at all.
             * @enum {string}
             */
            channel: "best" | "mail" | "whatsapp" | "off";
            /** @description It can’t be switched off: it is about who has the company. */
            required: boolean;
            /** @description By which way you are told as of now; null: by none. */
            way: ("mail" | "whatsapp") | null;
        };
        Notifications: {
            data: components["schemas"]["Notification"][];
            ways: {
                /** @enum {string} */
                way: "mail" | "whatsapp";
                /** @description Your number or address; null: none. */
                to: string | null;
                /** @description Whether this installation can send by it. */
                available: boolean;
            }[];
            /** @description What can’t be sent is shown by `smarteros messages` of this installation instead. */
            development: boolean;
        };
        Offboarding: {
            /**
             * Format: uuid
             * @description UGID.
             */
            person: string;
            /** @description They are out everywhere. */
            complete: boolean;
            engines: {
                engine: string;
                /** @enum {string} */
                status: "shut_out" | "never_there" | "pending";
                /** @description When they were shut out. */
                at: string | null;
            }[];
            /** @description The signed receipt (JWS, ES256); null until it is complete. */
            receipt: string | null;
        };
        OperatorClaimed: {
            /** @constant */
            operator: true;
        };
        OperatorEntry: {
            /** Format: uuid */
            id: string;
            /** @description Name of the operator; `operator` for the host’s key. */
            openedBy: string;
            reason: string;
            /** @description ISO 8601, UTC, milliseconds. */
            openedAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            expiresAt: string;
            revokedAt: string | null;
        };
        OwnPrivacyRequests: {
            data: components["schemas"]["PrivacyRequest"][];
        };
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Kept on several devices. */
            backedUp: boolean;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            usedAt: string | null;
        };
        PasskeyChallenge: {
            publicKey: components["schemas"]["PublicKeyOptions"];
        };
        PasskeyCreation: {
            publicKey: components["schemas"]["PublicKeyOptions"];
        };
        Passkeys: {
            data: components["schemas"]["Passkey"][];
        };
        Person: {
            /**
             * Format: uuid
             * @description The UGID.
             */
            id: string;
            name: string | null;
            /** @description E.164. */
            phone: string | null;
            email: string | null;
            /** @enum {string} */
            language: "es" | "en";
            /** @description Whether they may act as the operator. */
            operator: boolean;
            disabled: boolean;
            tenants: {
                slug: string;
                name: string;
                role: string;
            }[];
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            version: number;
        };
        PhoneSet: {
            /** @description E.164. */
            phone: string;
        };
        PrivacyPolicy: {
            /**
             * Format: uuid
             * @description Changes with each version.
             */
            id: string;
            /** @description ISO 8601, UTC, milliseconds. */
            publishedAt: string;
            company: string;
            taxId: string;
            /** @description 1. Who answers for the data. */
            responsible: string;
            /** @description 2. Legal representative. */
            representative: string;
            /** @description 3. Data protection officer, if there is one. */
            officer: string | null;
            /** @description 4. Postal address. */
            address: string;
            /**
             * Format: email
             * @description 5. Mail address for requests.
             */
            email: string;
            /** @description 6. How data is treated, in general. */
            policy: string;
            /** @description 11. Automated decisions and profiles: whether, and by what logic. */
            automated: string;
            /** @description 7. Kinds of data and people, 8. recipients and transfers abroad, 9. purpose and basis, 10. terms and security. */
            activities: components["schemas"]["ProcessingActivity"][];
            /** @description 12. Rights, and the Agency to complain to. */
            rights: {
                es: string;
                en: string;
            };
        };
        PrivacyRequest: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "access" | "rectify" | "erase" | "oppose" | "portability" | "block";
            /** @enum {string} */
            state: "received" | "acknowledged" | "decided";
            contactId: string | null;
            personId: string | null;
            requesterName: string;
            requesterEmail: string | null;
            requesterPhone: string | null;
            channel: string;
            details: string;
            /** @description rectify: the fields as they should be. */
            patch: {
                [key: string]: unknown;
            } | null;
            /** @description ISO 8601, UTC, milliseconds. */
            receivedAt: string;
            /** @description End of the last day for the decision, in Chile. */
            dueAt: string;
            acknowledgedAt: string | null;
            extendedAt: string | null;
            extensionReason: string | null;
            decidedAt: string | null;
            outcome: ("granted" | "refused") | null;
            reasonCode: ("legal_duty" | "legal_defence" | "contract_in_force" | "expression_and_information" | "public_interest" | "research_or_statistics" | "identity_not_proved" | "not_applicable") | null;
            reason: string | null;
            /** @description Of a refusal: where and until when to complain. */
            complaint: {
                es: string;
                en: string;
            } | null;
            /** @description What carrying it out changed, feature by feature; what stays, with its ground. */
            result: {
                [key: string]: unknown;
            } | null;
            version: number;
        };
        ProcessingActivity: {
            key: string;
            /** @description A feature declares it; otherwise the company added it. */
            declared: boolean;
            /** @description The company describes it otherwise than the feature. */
            edited: boolean;
            /** @description What it is called. */
            title: {
                es: string;
                en: string;
            };
            /** @description What for. */
            purposes: {
                es: string;
                en: string;
            };
            /**
             * @description What makes it lawful.
             * @enum {string}
             */
            basis: "consent" | "contract" | "legal_duty" | "legitimate_interest" | "economic_debt" | "legal_defence";
            /** @description Which kinds of data. */
            classes: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
            /** @description Whose data. */
            subjects: {
                es: string;
                en: string;
            };
            /** @description Who else gets them. */
            recipients: {
                es: string;
                en: string;
            };
            /** @description Which other countries they go to and on what ground; null: none. */
            abroad: {
                es: string;
                en: string;
            } | null;
            /** @description How long they are kept, and why. */
            retention: {
                es: string;
                en: string;
            };
            /** @description How they are kept safe. */
            security: {
                es: string;
                en: string;
            };
            retentionDays: number | null;
        };
        ProcessingRegister: {
            data: components["schemas"]["ProcessingActivity"][];
        };
        /** @description For navigator.credentials, by PublicKeyCredential.parse…OptionsFromJSON(). */
        PublicKeyOptions: {
            /** @description Works once, for five minutes. */
            challenge: string;
        } & {
            [key: string]: unknown;
        };
        PublishedPolicy: {
            /** Format: uuid */
            id: string;
            /** @description ISO 8601, UTC, milliseconds. */
            publishedAt: string;
            /** @description 1. Who answers for the data. */
            responsible: string;
            /** @description 2. Legal representative. */
            representative: string;
            /** @description 3. Data protection officer, if there is one. */
            officer: string | null;
            /** @description 4. Postal address. */
            address: string;
            /**
             * Format: email
             * @description 5. Mail address for requests.
             */
            email: string;
            /** @description 6. How data is treated, in general. */
            policy: string;
            /** @description 11. Automated decisions and profiles: whether, and by what logic. */
            automated: string;
        };
        RecoveryCodes: {
            /** @description Each works once, instead of the second factor. Keep them on paper. */
            recoveryCodes: string[] | null;
        };
        RetentionPreview: {
            data: {
                class: string;
                days: number;
                /** @description What was last used before that goes. */
                before: string;
                /** @description Rows that would go. */
                rows: number;
                /** @description Rows that a hold keeps. */
                held: number;
            }[];
        };
        RetentionRule: {
            class: string;
            /** @description What people call it. */
            title: string;
            /** @description Days after the last use; null: until somebody deletes it. */
            days: number | null;
            basis: string;
            /** @description What the law allows at the least. */
            minimumDays: number | null;
            /** @description Whether it is deleted by itself when its time is over. */
            applied: boolean;
            /** @description The company’s own rule, otherwise the default. */
            own: boolean;
        };
        RetentionRules: {
            data: components["schemas"]["RetentionRule"][];
        };
        Role: {
            /** @description What members.update and invitations.create take. */
            id: string;
            name: string;
            scopes: string[];
            /** @description True for the roles that every company has; they can’t be changed. */
            builtIn: boolean;
            version: number;
        };
        Roles: {
            data: components["schemas"]["Role"][];
        };
        Schedule: {
            name: string;
            /** @description What it does. */
            summary: string;
            /** @description Cron expression of five fields, UTC. */
            every: string;
            nextRunAt: string | null;
            /** @description The last turn; null when there was none yet. */
            lastRunAt: string | null;
        };
        SecretsStatus: {
            /**
             * @description Where new secrets go.
             * @enum {string}
             */
            store: "embedded" | "vault";
            /** @description Keys that sealed secrets need, by the first digits of their SHA-256. */
            keys: {
                id: string;
                /** @description It seals; the others only open. */
                newest: boolean;
            }[];
            /** @description A new key is taking the place of the old one. */
            rotating: boolean;
            /** @description Secrets that wait for the newest key. */
            behind: number;
            /** @description Secrets that are in the other store: secrets.move brings them. */
            elsewhere: number;
            /** @description Secrets that are gone here and wait to be taken out of Vault; that is tried every five minutes. */
            leaving: number;
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @description True for the one that asks. */
            current: boolean;
            /** @description What the browser or program calls itself. */
            agent: string | null;
            /** @description Where the login came from: an IPv4 address or an IPv6 /64. */
            network: string;
            /** @description How they proved who they are. */
            methods: string[];
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description To within a minute. */
            lastSeenAt: string;
        };
        SessionsEnded: {
            ended: number;
        };
        SharedInstance: {
            /** Format: uuid */
            id: string;
            engine: string;
            name: string;
            /** @enum {string} */
            kind: "connected" | "native" | "container";
            url: string;
            /** @description What is to know of it and is no secret. */
            settings: {
                [key: string]: unknown;
            };
            /** @description Each new company gets its part by itself; the others may take theirs. */
            forAll: boolean;
            /** @description As the engine says itself. */
            engineVersion: string | null;
            /** @description What was found that it can do. */
            capabilities: string[];
            /** @description The last look. */
            checkedAt: string | null;
            /** @description What was wrong at the last look. */
            error: {
                code: string;
                message: string;
            } | null;
            failingSince: string | null;
            /** @description Companies with a part in it, and how far they have come. */
            companies: {
                total: number;
                done: number;
                working: number;
                failed: number;
            };
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description Row version, the ETag. */
            version: number;
        };
        StepUpMethods: {
            /** @description totp, passkey, recovery; or code; or password. */
            methods: string[];
            publicKey: components["schemas"]["PublicKeyOptions"] | null;
            /** @description A code is on its way to my phone. */
            codeSent: boolean;
        };
        SteppedUp: {
            /** @description ISO 8601, UTC, milliseconds. */
            provedAt: string;
            /** @description Seconds that it counts. */
            validFor: number;
        };
        SubjectData: {
            /** @constant */
            format: "smarteros-subject-data/1";
            subject: {
                /** @enum {string} */
                kind: "contact" | "person";
                /** Format: uuid */
                id: string;
            };
            /** @description ISO 8601, UTC, milliseconds. */
            exportedAt: string;
            parts: components["schemas"]["SubjectDataPart"][];
        };
        SubjectDataPart: {
            name: string;
            title: {
                es: string;
                en: string;
            };
            purposes: {
                es: string;
                en: string;
            };
            /** @enum {string} */
            basis: "consent" | "contract" | "legal_duty" | "legitimate_interest" | "economic_debt" | "legal_defence";
            classes: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
            recipients: {
                es: string;
                en: string;
            };
            abroad: {
                es: string;
                en: string;
            } | null;
            retentionDays: number | null;
            retention: {
                es: string;
                en: string;
            };
            /** @description All that is kept, record by record. */
            records: {
                [key: string]: unknown;
            }[];
        };
        SupabaseEmbed: {
            /** @description A table that a foreign key joins. */
            table: string;
            /** @description Its name in the answer; the table’s unless said otherwise. */
            as?: string;
            /** @description The foreign key or its column, where several join the two. */
            via?: string;
            /**
             * @default [
             *       "*"
             *     ]
             */
            columns?: (string | "*")[];
            /** @default [] */
            embed?: {
                /** @description A table that a foreign key joins. */
                table: string;
                /** @description Its name in the answer; the table’s unless said otherwise. */
                as?: string;
                /** @description The foreign key or its column, where several join the two. */
                via?: string;
                /**
                 * @default [
                 *       "*"
                 *     ]
                 */
                columns?: (string | "*")[];
            }[];
        };
        SupabaseFilter: {
            column: string;
            /**
             * @description As PostgREST names them.
             * @default eq
             * @enum {string}
             */
            operator?: "eq" | "neq" | "gt" | "gte" | "lt" | "lte" | "like" | "ilike" | "is" | "in" | "cs" | "cd" | "ov" | "fts" | "plfts" | "phfts" | "wfts";
            /** @description A list for `in`, `cs`, `cd` and `ov`; null, true or false for `is`; `*` is the wildcard of `like`. */
            value: (string | number | boolean) | null | (string | number | boolean)[];
            /**
             * @description True for what the rest does not say.
             * @default false
             */
            not?: boolean;
        };
        SupabaseTable: {
            name: string;
            description: string | null;
            columns: {
                name: string;
                /** @description As PostgreSQL names it. */
                type: string;
                /** @description It takes no null. */
                required: boolean;
            }[];
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
            status: "active" | "suspended" | "closing";
            /** @description Its colour: an angle of OKLCH. Lightness is up to who shows it, so that every hue can be read. Null: none chosen. */
            hue: number | null;
            /**
             * @description In which it writes to people who never chose one.
             * @enum {string}
             */
            language: "es" | "en";
            /** @description Which logo it has: another value, another logo. The image: GET /tenants/{id}/logo. */
            logo: string | null;
            /** @description Whether its claim to the tax id was proved. */
            verified: boolean;
            /** @description While closing: until when its deletion can be undone. */
            purgeAfter: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            version: number;
        };
        TenantChoice: {
            slug: string;
            name: string;
            role: string;
        };
        TimelineEntry: {
            /** @description ISO 8601, UTC, milliseconds. */
            at: string;
            /** Format: uuid */
            id: string;
            /** @description What happened, named as events are. */
            kind: string;
            /** @description Which part of SmarterOS tells it. */
            source: string;
            data: {
                [key: string]: unknown;
            };
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
        TotpSecret: {
            /** @description otpauth: address, for a QR code. */
            uri: string | null;
            /** @description The same to type in, base32. */
            secret: string | null;
        };
        Unblocked: {
            /** Format: uuid */
            id: string;
            blocked: boolean;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            events: string[];
            description: string;
            enabled: boolean;
            /** @description Why it is off: somebody asked for it, it answered 410, or it failed for five days. */
            disabledReason: ("asked" | "gone" | "failing") | null;
            disabledAt: string | null;
            /** @description The first failure since the last success. */
            failingSince: string | null;
            /** @description All events up to this position were tried at least once. */
            position: number;
            /** @description When the secret was last changed; the one before signs too for 24 hours after it. */
            rotatedAt: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            /** @description ISO 8601, UTC, milliseconds. */
            updatedAt: string;
            version: number;
        };
        WebhookAttempt: {
            /** @description ISO 8601, UTC, milliseconds. */
            at: string;
            /** @description Milliseconds until the answer was there, or was given up. */
            ms: number;
            /** @description HTTP status; absent when none came. */
            status?: number;
            /**
             * @description Why no status came: the address is not on the public internet, nobody listens there, …
             * @enum {string}
             */
            error?: "blocked" | "refused" | "timeout" | "dns" | "tls" | "too_large" | "aborted" | "other";
            /** @description Of the answer, without those that may hold a secret. */
            headers?: {
                [key: string]: string;
            };
            /** @description The first 2 kB of the answer. */
            answer?: string;
        };
        WebhookDelivery: {
            /** Format: uuid */
            webhookId: string;
            /**
             * Format: uuid
             * @description The `webhook-id` of each attempt.
             */
            eventId: string;
            event: string;
            /** @description Null for a test. */
            position: number | null;
            /**
             * @description Waiting for an attempt, answered with 2xx, or given up after the last one.
             * @enum {string}
             */
            status: "waiting" | "delivered" | "failed";
            /** @description Attempts since it was first sent, or last asked for. */
            tries: number;
            /** @description When the next attempt is. */
            dueAt: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            attemptedAt: string | null;
        };
        WebhookDeliveryDetails: {
            /** Format: uuid */
            webhookId: string;
            /**
             * Format: uuid
             * @description The `webhook-id` of each attempt.
             */
            eventId: string;
            event: string;
            /** @description Null for a test. */
            position: number | null;
            /**
             * @description Waiting for an attempt, answered with 2xx, or given up after the last one.
             * @enum {string}
             */
            status: "waiting" | "delivered" | "failed";
            /** @description Attempts since it was first sent, or last asked for. */
            tries: number;
            /** @description When the next attempt is. */
            dueAt: string | null;
            /** @description ISO 8601, UTC, milliseconds. */
            createdAt: string;
            attemptedAt: string | null;
            /** @description The last ones, oldest first. */
            attempts: components["schemas"]["WebhookAttempt"][];
            /** @description Null before the first attempt. */
            request: {
                /** @description Of the last attempt; the signature is left out. */
                headers: {
                    [key: string]: string;
                };
                /** @description Null when you may not see such events, or the event is gone. */
                body: string | null;
            } | null;
        };
    };
    responses: {
        /** @description `challenge_required`: Solve the challenge and send its solution along. */
        ChallengeRequired: {
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
                    code: "challenge_required";
                };
            };
        };
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
        /**
         * @description `challenge_required`: Solve the challenge and send its solution along.
         *
         *     `tenant_suspended`: This company is suspended.
         */
        ChallengeRequiredOrTenantSuspended: {
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
                    code: "challenge_required" | "tenant_suspended";
                };
            };
        };
        /** @description `conflict`: The state does not allow that. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "conflict";
                };
            };
        };
        /**
         * @description `conflict`: The state does not allow that.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        ConflictOrIdempotencyInProgress: {
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
                    code: "conflict" | "idempotency_in_progress";
                };
            };
        };
        /**
         * @description `conflict`: The state does not allow that.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         *
         *     `engine_not_connected`: This company has no such engine yet. Connect it first.
         */
        ConflictOrIdempotencyInProgressOrEngineNotConnected: {
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
                    code: "conflict" | "idempotency_in_progress" | "engine_not_connected";
                };
            };
        };
        /**
         * @description `contact_held`: A legal hold covers this contact: it can’t be deleted until the hold is released.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        ContactHeldOrIdempotencyInProgress: {
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
                    code: "contact_held" | "idempotency_in_progress";
                };
            };
        };
        /** @description `engine_conflict`: The engine’s state does not allow that. */
        EngineConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "engine_conflict";
                };
            };
        };
        /** @description `engine_invalid`: The engine does not accept that. */
        EngineInvalid: {
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
                    code: "engine_invalid";
                };
            };
        };
        /** @description `engine_not_connected`: This company has no such engine yet. Connect it first. */
        EngineNotConnected: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "engine_not_connected";
                };
            };
        };
        /**
         * @description `engine_not_connected`: This company has no such engine yet. Connect it first.
         *
         *     `engine_not_ready`: The engine is still being set up, or was suspended, for this company.
         */
        EngineNotConnectedOrEngineNotReady: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "engine_not_connected" | "engine_not_ready";
                };
            };
        };
        /**
         * @description `engine_not_connected`: This company has no such engine yet. Connect it first.
         *
         *     `engine_not_ready`: The engine is still being set up, or was suspended, for this company.
         *
         *     `engine_conflict`: The engine’s state does not allow that.
         */
        EngineNotConnectedOrEngineNotReadyOrEngineConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 409;
                    /** @enum {string} */
                    code: "engine_not_connected" | "engine_not_ready" | "engine_conflict";
                };
            };
        };
        /** @description `engine_not_found`: The engine has nothing by that name. */
        EngineNotFound: {
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
                    code: "engine_not_found";
                };
            };
        };
        /** @description `engine_outcome_unknown`: The engine did not say whether it did it. Look there before you try again. */
        EngineOutcomeUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 504;
                    /** @enum {string} */
                    code: "engine_outcome_unknown";
                };
            };
        };
        /** @description `engine_unreachable`: The engine did not answer. Nothing was changed. */
        EngineUnreachable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 502;
                    /** @enum {string} */
                    code: "engine_unreachable";
                };
            };
        };
        /**
         * @description `engine_unreachable`: The engine did not answer. Nothing was changed.
         *
         *     `engine_rejected_credentials`: The engine rejected the credentials that are kept for it.
         */
        EngineUnreachableOrEngineRejectedCredentials: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 502;
                    /** @enum {string} */
                    code: "engine_unreachable" | "engine_rejected_credentials";
                };
            };
        };
        /** @description `engine_unsupported`: This engine, in this version or set-up, can’t do that. */
        EngineUnsupported: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 501;
                    /** @enum {string} */
                    code: "engine_unsupported";
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
         *     `engine_forbidden`: The engine does not allow that.
         */
        ForbiddenOrEngineForbidden: {
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
                    code: "forbidden" | "engine_forbidden";
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
        /**
         * @description `forbidden`: This credential may not do that.
         *
         *     `insufficient_scope`: The credential lacks a scope.
         *
         *     `tenant_suspended`: This company is suspended.
         *
         *     `engine_forbidden`: The engine does not allow that.
         */
        ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden: {
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
                    code: "forbidden" | "insufficient_scope" | "tenant_suspended" | "engine_forbidden";
                };
            };
        };
        /**
         * @description `forbidden`: This credential may not do that.
         *
         *     `insufficient_scope`: The credential lacks a scope.
         *
         *     `tenant_suspended`: This company is suspended.
         *
         *     `tenant_closing`: This company is about to be deleted: its owner may read and export, and undo it.
         */
        ForbiddenOrInsufficientScopeOrTenantSuspendedOrTenantClosing: {
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
                    code: "forbidden" | "insufficient_scope" | "tenant_suspended" | "tenant_closing";
                };
            };
        };
        /**
         * @description `forbidden`: This credential may not do that.
         *
         *     `step_up_required`: Confirm that it is you first.
         */
        ForbiddenOrStepUpRequired: {
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
                    code: "forbidden" | "step_up_required";
                };
            };
        };
        /**
         * @description `forbidden`: This credential may not do that.
         *
         *     `tenant_closing`: This company is about to be deleted: its owner may read and export, and undo it.
         */
        ForbiddenOrTenantClosing: {
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
                    code: "forbidden" | "tenant_closing";
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
        /**
         * @description `idempotency_in_progress`: The same request is still being worked on.
         *
         *     `engine_conflict`: The engine’s state does not allow that.
         */
        IdempotencyInProgressOrEngineConflict: {
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
                    code: "idempotency_in_progress" | "engine_conflict";
                };
            };
        };
        /**
         * @description `idempotency_in_progress`: The same request is still being worked on.
         *
         *     `engine_not_connected`: This company has no such engine yet. Connect it first.
         */
        IdempotencyInProgressOrEngineNotConnected: {
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
                    code: "idempotency_in_progress" | "engine_not_connected";
                };
            };
        };
        /**
         * @description `idempotency_in_progress`: The same request is still being worked on.
         *
         *     `engine_not_connected`: This company has no such engine yet. Connect it first.
         *
         *     `engine_not_ready`: The engine is still being set up, or was suspended, for this company.
         */
        IdempotencyInProgressOrEngineNotConnectedOrEngineNotReady: {
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
                    code: "idempotency_in_progress" | "engine_not_connected" | "engine_not_ready";
                };
            };
        };
        /**
         * @description `idempotency_in_progress`: The same request is still being worked on.
         *
         *     `engine_not_connected`: This company has no such engine yet. Connect it first.
         *
         *     `engine_not_ready`: The engine is still being set up, or was suspended, for this company.
         *
         *     `engine_conflict`: The engine’s state does not allow that.
         */
        IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict: {
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
                    code: "idempotency_in_progress" | "engine_not_connected" | "engine_not_ready" | "engine_conflict";
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
         * @description `idempotency_key_reused`: This idempotency key was used for another request.
         *
         *     `engine_invalid`: The engine does not accept that.
         */
        IdempotencyKeyReusedOrEngineInvalid: {
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
                    code: "idempotency_key_reused" | "engine_invalid";
                };
            };
        };
        /** @description `identity_unknown`: Nobody has linked this account yet. */
        IdentityUnknown: {
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
                    code: "identity_unknown";
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
        /**
         * @description `insufficient_scope`: The credential lacks a scope.
         *
         *     `tenant_suspended`: This company is suspended.
         *
         *     `tenant_closing`: This company is about to be deleted: its owner may read and export, and undo it.
         */
        InsufficientScopeOrTenantSuspendedOrTenantClosing: {
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
                    code: "insufficient_scope" | "tenant_suspended" | "tenant_closing";
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
        /** @description `invitation_invalid`: This invitation is no longer valid. Ask for a new one. */
        InvitationInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status: 410;
                    /** @enum {string} */
                    code: "invitation_invalid";
                };
            };
        };
        /**
         * @description `last_owner`: A company needs at least one owner. Make somebody else an owner first.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        LastOwnerOrIdempotencyInProgress: {
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
                    code: "last_owner" | "idempotency_in_progress";
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
         * @description `not_found`: There is nothing here by that name.
         *
         *     `engine_not_found`: The engine has nothing by that name.
         */
        NotFoundOrEngineNotFound: {
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
                    code: "not_found" | "engine_not_found";
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
         * @description `rate_limited`: Too many requests.
         *
         *     `engine_rate_limited`: The engine has had too many requests.
         */
        RateLimitedOrEngineRateLimited: {
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
                    code: "rate_limited" | "engine_rate_limited";
                };
            };
        };
        /** @description `step_up_required`: Confirm that it is you first. */
        StepUpRequired: {
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
                    code: "step_up_required";
                };
            };
        };
        /**
         * @description `step_up_required`: Confirm that it is you first.
         *
         *     `challenge_required`: Solve the challenge and send its solution along.
         *
         *     `phone_country_not_allowed`: No codes are sent to numbers of this country.
         */
        StepUpRequiredOrChallengeRequiredOrPhoneCountryNotAllowed: {
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
                    code: "step_up_required" | "challenge_required" | "phone_country_not_allowed";
                };
            };
        };
        /**
         * @description `step_up_required`: Confirm that it is you first.
         *
         *     `setup_token_invalid`: This link no longer makes anybody the operator. Print a new one on the machine: ./smarteros setup
         */
        StepUpRequiredOrSetupTokenInvalid: {
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
                    code: "step_up_required" | "setup_token_invalid";
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
        /**
         * @description `tenant_suspended`: This company is suspended.
         *
         *     `invitation_not_yours`: This invitation was sent to somebody else. Log in with the number or mail address that received it.
         */
        TenantSuspendedOrInvitationNotYours: {
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
                    code: "tenant_suspended" | "invitation_not_yours";
                };
            };
        };
        /**
         * @description `too_many_webhooks`: A company has 50 webhooks at the most. Delete one first.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        TooManyWebhooksOrIdempotencyInProgress: {
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
                    code: "too_many_webhooks" | "idempotency_in_progress";
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
         *     `federation_failed`: The login at the other site did not work out. Start again.
         */
        UnauthenticatedOrFederationFailed: {
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
                    code: "unauthenticated" | "federation_failed";
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
         *     `otp_invalid`: The code is not right.
         *
         *     `otp_expired`: The code is no longer valid. Ask for a new one.
         *
         *     `proof_invalid`: The proof is not right.
         *
         *     `login_failed`: User name or password is not right.
         */
        UnauthenticatedOrOtpInvalidOrOtpExpiredOrProofInvalidOrLoginFailed: {
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
                    code: "unauthenticated" | "otp_invalid" | "otp_expired" | "proof_invalid" | "login_failed";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `otp_invalid`: The code is not right.
         *
         *     `otp_expired`: The code is no longer valid. Ask for a new one.
         *
         *     `second_factor_required`: Now show your second factor.
         */
        UnauthenticatedOrOtpInvalidOrOtpExpiredOrSecondFactorRequired: {
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
                    code: "unauthenticated" | "otp_invalid" | "otp_expired" | "second_factor_required";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `proof_invalid`: The proof is not right.
         */
        UnauthenticatedOrProofInvalid: {
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
                    code: "unauthenticated" | "proof_invalid";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `proof_invalid`: The proof is not right.
         *
         *     `ticket_expired`: This login took too long. Start again.
         */
        UnauthenticatedOrProofInvalidOrTicketExpired: {
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
                    code: "unauthenticated" | "proof_invalid" | "ticket_expired";
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
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `second_factor_required`: Now show your second factor.
         *
         *     `federation_failed`: The login at the other site did not work out. Start again.
         */
        UnauthenticatedOrSecondFactorRequiredOrFederationFailed: {
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
                    code: "unauthenticated" | "second_factor_required" | "federation_failed";
                };
            };
        };
        /**
         * @description `unauthenticated`: A valid credential is needed.
         *
         *     `second_factor_required`: Now show your second factor.
         *
         *     `login_failed`: User name or password is not right.
         */
        UnauthenticatedOrSecondFactorRequiredOrLoginFailed: {
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
                    code: "unauthenticated" | "second_factor_required" | "login_failed";
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
         * @description `webhook_disabled`: This webhook is switched off. Switch it on first.
         *
         *     `idempotency_in_progress`: The same request is still being worked on.
         */
        WebhookDisabledOrIdempotencyInProgress: {
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
                    code: "webhook_disabled" | "idempotency_in_progress";
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
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpiredOrSecondFactorRequired"];
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
    auth_update_me: {
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
        requestBody?: {
            content: {
                "application/json": {
                    /** @description As others in your companies see you. */
                    name?: string;
                    /**
                     * @description Of messages to you.
                     * @enum {string}
                     */
                    language?: "es" | "en";
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
                    "application/json": components["schemas"]["Me"];
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
    auth_second_factor: {
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
                    /** @description From the first step. */
                    ticket: string;
                    /** @description Six digits of the app. */
                    totp?: string;
                    /** @description A recovery code; it works once. */
                    recovery?: string;
                    /** @description The browser’s answer: navigator.credentials.get(…).toJSON(). */
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
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
            401: components["responses"]["UnauthenticatedOrProofInvalidOrTicketExpired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_step_up_prepare: {
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
        requestBody?: {
            content: {
                "application/json": {
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
                    "application/json": components["schemas"]["StepUpMethods"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ChallengeRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_step_up: {
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
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Six digits of the app. */
                    totp?: string;
                    /** @description A recovery code; it works once. */
                    recovery?: string;
                    /** @description The browser’s answer: navigator.credentials.get(…).toJSON(). */
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /** @description The digits that were sent to my phone. */
                    code?: string;
                    /** @description For whoever has neither factor nor phone. */
                    password?: string;
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
                    "application/json": components["schemas"]["SteppedUp"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpiredOrProofInvalidOrLoginFailed"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_factors: {
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
                    "application/json": components["schemas"]["Factors"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_always_ask: {
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
                    /** @description Ask at every login. */
                    on: boolean;
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
                    "application/json": components["schemas"]["Factors"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_recovery_codes: {
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_totp_enrol: {
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
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_totp_remove: {
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
                    "application/json": components["schemas"]["FactorRemoved"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_totp_confirm: {
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
                    /** @description Six digits of the app. */
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
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrProofInvalid"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkey_challenge: {
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
                    "application/json": components["schemas"]["PasskeyChallenge"];
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
    auth_passkey_login: {
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
                    /** @description The browser’s answer: navigator.credentials.get(…).toJSON(). */
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
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
            401: components["responses"]["UnauthenticatedOrProofInvalid"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkey_prepare: {
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
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkeys: {
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
                    "application/json": components["schemas"]["Passkeys"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkey_add: {
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
                    /** @description A name to know it by, e.g. the device’s. */
                    name: string;
                    /** @description The browser’s answer: navigator.credentials.create(…).toJSON(). */
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            authenticatorData?: string;
                            publicKey?: string;
                            publicKeyAlgorithm?: number;
                            transports?: string[];
                        };
                    };
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
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrProofInvalid"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkey_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the passkey. */
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
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_passkey_rename: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A name to know it by, e.g. the device’s. */
                    name: string;
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
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
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
    auth_password_login: {
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
                    username: string;
                    password: string;
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
            401: components["responses"]["UnauthenticatedOrSecondFactorRequiredOrLoginFailed"];
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
    auth_password_set: {
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
                    /** @description Unique on this installation; case doesn’t matter. */
                    username: string;
                    password: string;
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
                    "application/json": components["schemas"]["LocalLogin"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_password_remove: {
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
                    "application/json": components["schemas"]["LocalLogin"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_oidc_issuers: {
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
                    "application/json": components["schemas"]["Issuers"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_oidc_start: {
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
                    /** @description Name of the issuer: see auth.oidc_issuers. */
                    issuer: string;
                    /**
                     * @description Path to go on to afterwards.
                     * @default /
                     */
                    next?: string;
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
                    "application/json": components["schemas"]["FederatedStart"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
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
    auth_oidc_finish: {
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
                    /** @description Name of the issuer: see auth.oidc_issuers. */
                    issuer: string;
                    state: string;
                    code?: string;
                    error?: string;
                    iss?: string;
                    /** @description From auth.oidc_start. */
                    binding?: string;
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
                    "application/json": components["schemas"]["FederatedLogin"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrSecondFactorRequiredOrFederationFailed"];
            403: components["responses"]["IdentityUnknown"];
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
    auth_oidc_link: {
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
                    /** @description Name of the issuer: see auth.oidc_issuers. */
                    issuer: string;
                    /**
                     * @description Path to go on to afterwards.
                     * @default /
                     */
                    next?: string;
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
                    "application/json": components["schemas"]["LinkStart"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
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
    auth_oidc_link_finish: {
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
                    /** @description Name of the issuer: see auth.oidc_issuers. */
                    issuer: string;
                    state: string;
                    code?: string;
                    error?: string;
                    iss?: string;
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
                    "application/json": components["schemas"]["LinkedIdentity"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrFederationFailed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_identities: {
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
                    "application/json": components["schemas"]["Identities"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_identity_unlink: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the identity. */
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
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_phone_code: {
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
            403: components["responses"]["StepUpRequiredOrChallengeRequiredOrPhoneCountryNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_phone_set: {
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
                    "application/json": components["schemas"]["PhoneSet"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpired"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_lost_number_code: {
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
                    /** @description The number that I have now. */
                    newPhone: string;
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
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_lost_number_request: {
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
                    /** @description The lost number. */
                    phone: string;
                    /** @description The number that I have now. */
                    newPhone: string;
                    /** @description The digits that were sent to it. */
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
                    "application/json": components["schemas"]["LostNumberAsked"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_lost_number_finish: {
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
                    /** @description The number that I have now. */
                    newPhone: string;
                    /** @description The digits that were sent to it. */
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
                    "application/json": components["schemas"]["LostNumberReplaced"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_lost_numbers: {
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
                    "application/json": components["schemas"]["LostNumbers"];
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
    auth_lost_number_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the request. */
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
                    "application/json": components["schemas"]["LostNumber"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_lost_number_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the request. */
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
                    "application/json": components["schemas"]["LostNumber"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_email_code: {
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
                     * Format: email
                     * @description Mail address.
                     */
                    email: string;
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
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_email_set: {
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
                     * Format: email
                     * @description Mail address.
                     */
                    email: string;
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
                    "application/json": components["schemas"]["EmailSet"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["UnauthenticatedOrOtpInvalidOrOtpExpired"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["OtpTriesExceededOrRateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_email_remove: {
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
                    "application/json": components["schemas"]["EmailSet"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequired"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    auth_claim_operator: {
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
                    /** @description What stands behind `#token=` in the link. */
                    token: string;
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
                    "application/json": components["schemas"]["OperatorClaimed"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["StepUpRequiredOrSetupTokenInvalid"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
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
    sessions_list: {
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
                        data: components["schemas"]["Session"][];
                        nextCursor: string | null;
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
    sessions_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the session. */
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
                    "application/json": components["schemas"]["Session"];
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
    sessions_revoke_others: {
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
                    "application/json": components["schemas"]["SessionsEnded"];
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
    people_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Exactly this number. */
                phone?: string;
                /** @description Exactly this address. */
                email?: string;
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
                        data: components["schemas"]["Person"][];
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
    people_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UGID. */
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
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    people_disable: {
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
                /** @description The UGID. */
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
                    "application/json": components["schemas"]["Person"];
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
    people_enable: {
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
                /** @description The UGID. */
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
                    "application/json": components["schemas"]["Person"];
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
    people_set_operator: {
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
                /** @description The UGID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operator: boolean;
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
                    "application/json": components["schemas"]["Person"];
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
    tenants_delete: {
        parameters: {
            query?: {
                /** @description Why. */
                reason?: string;
            };
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
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
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
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Name of the company. */
                    name?: string;
                    /** @description Its colour: an angle of OKLCH. Lightness is up to who shows it, so that every hue can be read. Null: none chosen. */
                    hue?: number | null;
                    /**
                     * @description In which it writes to people who never chose one.
                     * @enum {string}
                     */
                    language?: "es" | "en";
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
            403: components["responses"]["InsufficientScopeOrTenantSuspendedOrTenantClosing"];
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
    tenants_logo: {
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
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logo"];
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
    tenants_set_logo: {
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
                    /** @description The image, in base64. */
                    data: string;
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
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrTenantClosing"];
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
    tenants_remove_logo: {
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
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrTenantClosing"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
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
            403: components["responses"]["ForbiddenOrTenantClosing"];
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
            403: components["responses"]["ForbiddenOrTenantClosing"];
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
    tenants_restore: {
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
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_closings: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only the company with this tax id. */
                taxId?: string;
                /** @description Country of `taxId`. */
                country?: "CL" | "AR" | "PE";
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
                        data: components["schemas"]["Closing"][];
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
    tenants_leave_engines: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the company. */
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
                    "application/json": components["schemas"]["Closing"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
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
    tenants_final_export: {
        parameters: {
            query?: {
                /** @description Which part, from 1. */
                part?: number;
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
                    "application/json": components["schemas"]["FinalExportPart"];
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
    tenants_claim: {
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
                    /** @description RUT, CUIT or RUC of the company. */
                    taxId: string;
                    /**
                     * @description ISO 3166-1 alpha-2.
                     * @default CL
                     * @enum {string}
                     */
                    country?: "CL" | "AR" | "PE";
                    /** @description How you can prove it: who you are there, and what papers you can send. */
                    evidence: string;
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
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_claims: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that wait for a decision. */
                open?: boolean;
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
                        data: components["schemas"]["ClaimToDecide"][];
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
    tenants_verify: {
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
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The claim that was proved; without it, the present owner’s.
                     */
                    claimId?: string;
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
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    members_list: {
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
                        data: components["schemas"]["Member"][];
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
    members_remove: {
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
                /** @description UGID of the member. */
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    members_update: {
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
                /** @description UGID of the member. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description admin, member, accountant, guest, service, or the id of one of the company’s own roles. */
                    role: string;
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    members_disable: {
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
                /** @description UGID of the member. */
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    members_enable: {
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
                /** @description UGID of the member. */
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    owners_create: {
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
                     * @description UGID of the member.
                     */
                    id: string;
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    owners_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description UGID of the member. */
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastOwnerOrIdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    tenants_leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
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
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Left"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastOwnerOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    roles_list: {
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
                    "application/json": components["schemas"]["Roles"];
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
    roles_create: {
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
                    /** @description As the company calls it. */
                    name: string;
                    /** @description What who has it may do. */
                    scopes: string[];
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
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    roles_delete: {
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
                /** @description Id of the company’s own role. */
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
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    roles_update: {
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
                /** @description Id of the company’s own role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description As the company calls it. */
                    name?: string;
                    /** @description What who has it may do. */
                    scopes?: string[];
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
                    "application/json": components["schemas"]["Role"];
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
    invitations_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that can still be accepted. */
                pending?: boolean;
                /** @description Only those that end by themselves before then. */
                expiresBefore?: string;
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
                        data: components["schemas"]["Invitation"][];
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
    invitations_create: {
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
                    /** @description Phone; without + of the company’s country. */
                    phone?: string;
                    /**
                     * Format: email
                     * @description Mail address.
                     */
                    email?: string;
                    /** @description admin, member, accountant, guest, service, or the id of one of the company’s own roles. */
                    role: string;
                    /**
                     * @description Of the message; else the company’s.
                     * @enum {string}
                     */
                    language?: "es" | "en";
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
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    invitations_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the invitation. */
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
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    invitations_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands in the link after #. */
                    token: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            410: components["responses"]["InvitationInvalid"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    invitations_accept: {
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
                    /** @description What stands in the link after #. */
                    token: string;
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
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["TenantSuspendedOrInvitationNotYours"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            410: components["responses"]["InvitationInvalid"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    accounts_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that were ended, or only those that were not. */
                disabled?: boolean;
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
                        data: components["schemas"]["Account"][];
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
    accounts_create: {
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
                    /** @description As it stands in the audit, e.g. what the agent is called. */
                    name: string;
                    /** @description The most that a key of it can hold. */
                    scopes: string[];
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
                    "application/json": components["schemas"]["Account"];
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
    accounts_update: {
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
                /** @description Id of the account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description As it stands in the audit, e.g. what the agent is called. */
                    name?: string;
                    /** @description The most that a key of it can hold. */
                    scopes?: string[];
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
                    "application/json": components["schemas"]["Account"];
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
    accounts_disable: {
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
                /** @description Id of the account. */
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
                    "application/json": components["schemas"]["Account"];
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
    keys_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Part of the name, or the key’s beginning. */
                q?: string;
                /** @description Only those that work, are over by themselves, or were revoked. */
                state?: "active" | "expired" | "revoked";
                /** @description Only those of this service account. */
                accountId?: string;
                /** @description Only those that end by themselves before then. */
                expiresBefore?: string;
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
                     * Format: uuid
                     * @description The service account that it belongs to and ends with.
                     */
                    accountId?: string;
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
                        /** @description The service account that it acts as; null: it stands for itself. */
                        accountId: string | null;
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
    grants_list: {
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
                        data: components["schemas"]["OperatorEntry"][];
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
    grants_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the entry. */
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
                    "application/json": components["schemas"]["OperatorEntry"];
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
    oauth_grants: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Whose: yours, or all of the company. */
                of?: "me" | "company";
                /** @description Only those that still have access. */
                active?: boolean;
                /** @description Only those that end by themselves before then. */
                expiresBefore?: string;
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
                /** @description Only contacts with this value of a field of the company’s own, as key=value. */
                field?: string;
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
                    /** @description Values of the company’s own fields by key (contact_fields.list); null clears one. */
                    fields?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
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
            409: components["responses"]["ContactHeldOrIdempotencyInProgress"];
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
                    /** @description Values of the company’s own fields by key (contact_fields.list); null clears one. */
                    fields?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
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
    contacts_export: {
        parameters: {
            query?: {
                /** @description What the file is. */
                format?: "csv" | "vcard";
                /** @description Start of any word of the name, of the mail, phone or tax id; all words must be found. */
                q?: string;
                /** @description Only contacts with this tag. */
                tag?: string;
                /** @description Only contacts with this value of a field of the company’s own, as key=value. */
                field?: string;
                /** @description Contacts per page. */
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
                    "application/json": components["schemas"]["ContactExport"];
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
    contacts_duplicates: {
        parameters: {
            query?: {
                /** @description Contacts to look at. */
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
                        data: components["schemas"]["ContactPair"][];
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
    contacts_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the contact that stays. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of those that become part of it. */
                    mergeIds: string[];
                    /** @description Whose name, email, phone or taxId counts: id of one of them. */
                    choose?: {
                        /** Format: uuid */
                        name?: string;
                        /** Format: uuid */
                        email?: string;
                        /** Format: uuid */
                        phone?: string;
                        /** Format: uuid */
                        taxId?: string;
                    };
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
                    "application/json": components["schemas"]["ContactMerge"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_unmerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The `mergeId` of contacts.merge. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Leave the contact that stayed as it is now.
                     * @default false
                     */
                    keepChanges?: boolean;
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
                    "application/json": components["schemas"]["ContactMerge"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contacts_timeline: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
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
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntry"][];
                        nextCursor: string | null;
                    };
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
                        /** @description A proof of work for the sender’s browser (ALTCHA version 2, SHA-256), good for two hours. */
                        challenge: {
                            parameters: {
                                [key: string]: unknown;
                            };
                            signature: string;
                        };
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
                    /** @description Solution of the challenge of `GET /contact` or of a `challenge_required`, as the ALTCHA widget gives it. */
                    challenge?: string;
                    /** @description Leave it out or empty: a field that people don’t see and programs fill. */
                    website?: string;
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
            403: components["responses"]["ChallengeRequiredOrTenantSuspended"];
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
    forms_held: {
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
                        data: components["schemas"]["HeldMessage"][];
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
    forms_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
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
    forms_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
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
    contact_fields_list: {
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
                        data: components["schemas"]["ContactField"][];
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
    contact_fields_create: {
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
                    /** @description Its name in `fields` of a contact, e.g. birthday. */
                    key: string;
                    /** @description Its name for people. */
                    title: string;
                    /**
                     * @description What its values are.
                     * @enum {string}
                     */
                    type: "text" | "number" | "date" | "boolean" | "one_of" | "many_of" | "url" | "mail" | "phone" | "tax_id";
                    /**
                     * @description What one_of and many_of choose from.
                     * @default []
                     */
                    options?: string[];
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
                    "application/json": components["schemas"]["ContactField"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    contact_fields_delete: {
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
                /** @description Id of the field. */
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
                    "application/json": components["schemas"]["ContactField"];
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
    contact_fields_update: {
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
                /** @description Id of the field. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Its name for people. */
                    title?: string;
                    /** @description What one_of and many_of choose from. */
                    options?: string[];
                    /** @description Nothing new is written into it; its values stay. */
                    archived?: boolean;
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
                    "application/json": components["schemas"]["ContactField"];
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
    contact_sync_status: {
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
                        data: components["schemas"]["ContactSyncStatus"][];
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
    imports_list: {
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
                        data: components["schemas"]["Import"][];
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
    imports_create: {
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
                     * @description As you call it.
                     * @default import
                     */
                    fileName?: string;
                    /**
                     * @description Found out by name and content if left out.
                     * @enum {string}
                     */
                    format?: "csv" | "vcard";
                    /** @description A part of the file: as text, or its bytes in base64. */
                    content: string;
                    /**
                     * @description `content` is base64: for files that aren’t UTF-8.
                     * @default false
                     */
                    base64?: boolean;
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_add_part: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which part: 2, 3 … */
                    part: number;
                    /** @description A part of the file: as text, or its bytes in base64. */
                    content: string;
                    /**
                     * @description `content` is base64: for files that aren’t UTF-8.
                     * @default false
                     */
                    base64?: boolean;
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How many.
                     * @default 10
                     */
                    lines?: number;
                    /** @description What each column is: name, firstName, lastName, email, phone, taxId, tags, consent or fields.<key>; empty: ignored. Columns that aren’t named are guessed. */
                    mapping?: {
                        [key: string]: string | "";
                    };
                    /** @description The first line names the columns; found out if left out. */
                    header?: boolean;
                    /**
                     * @description Of CSV; found out if left out.
                     * @enum {string}
                     */
                    delimiter?: ";" | "," | "\t" | "|";
                    /**
                     * @description Found out if left out.
                     * @enum {string}
                     */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                    /**
                     * @description What happens to a contact that is there already: nothing, it is updated, or there are two.
                     * @default skip
                     * @enum {string}
                     */
                    duplicates?: "skip" | "update" | "create";
                    /**
                     * @description By what contacts are the same, in this order.
                     * @default [
                     *       "taxId",
                     *       "email",
                     *       "phone"
                     *     ]
                     */
                    matchBy?: ("taxId" | "email" | "phone")[];
                    /**
                     * @description Tags for all of them.
                     * @default []
                     */
                    tags?: string[];
                    /** @description What the column `consent` says yes to; other words than yes in it are kept as its proof. */
                    consent?: {
                        /** @description What for, in lower case, e.g. marketing. */
                        purpose: string;
                        /** @description The exact words that they agreed to. */
                        text: string;
                        /**
                         * @description How they did.
                         * @enum {string}
                         */
                        channel: "web_form" | "whatsapp" | "phone" | "paper" | "in_person" | "email" | "api";
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What each column is: name, firstName, lastName, email, phone, taxId, tags, consent or fields.<key>; empty: ignored. Columns that aren’t named are guessed. */
                    mapping?: {
                        [key: string]: string | "";
                    };
                    /** @description The first line names the columns; found out if left out. */
                    header?: boolean;
                    /**
                     * @description Of CSV; found out if left out.
                     * @enum {string}
                     */
                    delimiter?: ";" | "," | "\t" | "|";
                    /**
                     * @description Found out if left out.
                     * @enum {string}
                     */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                    /**
                     * @description What happens to a contact that is there already: nothing, it is updated, or there are two.
                     * @default skip
                     * @enum {string}
                     */
                    duplicates?: "skip" | "update" | "create";
                    /**
                     * @description By what contacts are the same, in this order.
                     * @default [
                     *       "taxId",
                     *       "email",
                     *       "phone"
                     *     ]
                     */
                    matchBy?: ("taxId" | "email" | "phone")[];
                    /**
                     * @description Tags for all of them.
                     * @default []
                     */
                    tags?: string[];
                    /** @description What the column `consent` says yes to; other words than yes in it are kept as its proof. */
                    consent?: {
                        /** @description What for, in lower case, e.g. marketing. */
                        purpose: string;
                        /** @description The exact words that they agreed to. */
                        text: string;
                        /**
                         * @description How they did.
                         * @enum {string}
                         */
                        channel: "web_form" | "whatsapp" | "phone" | "paper" | "in_person" | "email" | "api";
                    };
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the import. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
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
    imports_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the import. */
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the import. */
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
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    imports_errors: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the import. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportErrorLine"][];
                        nextCursor: string | null;
                    };
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
    imports_error_file: {
        parameters: {
            query?: {
                /** @description Lines per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the import. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrorFile"];
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
    imports_conflicts: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the import. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportConflict"][];
                        nextCursor: string | null;
                    };
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
    notifications_list: {
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
                    "application/json": components["schemas"]["Notifications"];
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
    notifications_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Of what: the event that it comes from. */
                kind: "grant.opened" | "tenant.claimed" | "tenant.closing" | "engine.failed" | "webhook.disabled" | "privacy.request_received" | "privacy.request_due";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description By which way first; the other one stands in for it. best: what suits the kind; off: not at all.
                     * @enum {string}
                     */
                    channel: "best" | "mail" | "whatsapp" | "off";
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
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
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
    webhooks_list: {
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
                        data: components["schemas"]["Webhook"][];
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
    webhooks_create: {
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
                    /** @description Where to: https, on the public internet. While developing, http to this very machine goes too. */
                    url: string;
                    /** @description What is wanted: names such as `contact.created`, all of a noun (`contact.*`), or `*`. */
                    events: string[];
                    /**
                     * @description What it is for.
                     * @default
                     */
                    description?: string;
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        events: string[];
                        description: string;
                        enabled: boolean;
                        /** @description Why it is off: somebody asked for it, it answered 410, or it failed for five days. */
                        disabledReason: ("asked" | "gone" | "failing") | null;
                        disabledAt: string | null;
                        /** @description The first failure since the last success. */
                        failingSince: string | null;
                        /** @description All events up to this position were tried at least once. */
                        position: number;
                        /** @description When the secret was last changed; the one before signs too for 24 hours after it. */
                        rotatedAt: string | null;
                        /** @description ISO 8601, UTC, milliseconds. */
                        createdAt: string;
                        /** @description ISO 8601, UTC, milliseconds. */
                        updatedAt: string;
                        version: number;
                        /** @description Signs what is sent (Standard Webhooks). Shown once; null when an answer is repeated. */
                        secret: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["TooManyWebhooksOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    webhooks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook. */
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
                    "application/json": components["schemas"]["Webhook"];
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
    webhooks_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
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
                    "application/json": components["schemas"]["Webhook"];
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
    webhooks_update: {
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
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Where to: https, on the public internet. While developing, http to this very machine goes too. */
                    url?: string;
                    /** @description What is wanted: names such as `contact.created`, all of a noun (`contact.*`), or `*`. */
                    events?: string[];
                    /** @description What it is for. */
                    description?: string;
                    /** @description False stops it, true starts it again. */
                    enabled?: boolean;
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
                    "application/json": components["schemas"]["Webhook"];
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
    webhooks_rotate_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Signs what is sent (Standard Webhooks). Shown once; null when an answer is repeated. */
                        secret: string | null;
                        /** @description Until when the secret before signs too. */
                        bothUntil: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
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
    webhooks_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
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
                    "application/json": {
                        /** Format: uuid */
                        webhookId: string;
                        /**
                         * Format: uuid
                         * @description The `webhook-id` of each attempt.
                         */
                        eventId: string;
                        event: string;
                        /** @description Null for a test. */
                        position: number | null;
                        /**
                         * @description Waiting for an attempt, answered with 2xx, or given up after the last one.
                         * @enum {string}
                         */
                        status: "waiting" | "delivered" | "failed";
                        /** @description Attempts since it was first sent, or last asked for. */
                        tries: number;
                        /** @description When the next attempt is. */
                        dueAt: string | null;
                        /** @description ISO 8601, UTC, milliseconds. */
                        createdAt: string;
                        attemptedAt: string | null;
                        /**
                         * Format: uuid
                         * @description Id of the webhook.
                         */
                        id: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WebhookDisabledOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    webhooks_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the event: the `webhook-id` of its delivery.
                     */
                    eventId?: string;
                    /** @description The first position. */
                    fromPosition?: number;
                    /** @description The last position; the newest if absent. */
                    toPosition?: number;
                    /**
                     * Format: date-time
                     * @description Events that happened then or later.
                     */
                    since?: string;
                    /**
                     * Format: date-time
                     * @description Events that happened before.
                     */
                    until?: string;
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
                        /** Format: uuid */
                        id: string;
                        /** @description Events put in line. */
                        count: number;
                        /** @description `fromPosition` of the next call; null: that was all. */
                        nextPosition: number | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WebhookDisabledOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    webhook_deliveries_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those. */
                status?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /** @description Id of the webhook. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
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
    webhook_deliveries_get: {
        parameters: {
            query?: {
                /** @description Seconds to wait for an attempt while none is finished since it was put in line. */
                wait?: number;
            };
            header?: never;
            path: {
                /** @description Id of the webhook. */
                id: string;
                /** @description Id of the event: the `webhook-id` of its delivery. */
                eventId: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetails"];
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
    jobs_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only jobs in this state. */
                state?: "waiting" | "running" | "cancelling" | "failed" | "cancelled";
                /** @description Only jobs of this name. */
                name?: string;
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
                        data: components["schemas"]["Job"][];
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
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
    jobs_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the job. */
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
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    jobs_retry_all: {
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
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Only jobs of this name. */
                    name?: string;
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
                    "application/json": components["schemas"]["JobsRetried"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    jobs_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the job. */
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
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    schedules_list: {
        parameters: {
            query?: {
                /** @description Only the schedule of this name. */
                name?: string;
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
                        data: components["schemas"]["Schedule"][];
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
    audit_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only acts of the person, key, account … with this id. */
                actor?: string;
                /** @description Only acts of this kind of actor. */
                actorKind?: "anonymous" | "operator" | "key" | "grant" | "job" | "person" | "agent" | "vault";
                /** @description Only this action, e.g. contact.created. */
                action?: string;
                /** @description Only acts by this operation, e.g. contacts.create. */
                operation?: string;
                /** @description Only acts on this id. */
                target?: string;
                /** @description Only acts of this request. */
                requestId?: string;
                /** @description Only acts of this moment or later. */
                since?: string;
                /** @description Only acts before this moment. */
                until?: string;
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
    audit_verify: {
        parameters: {
            query?: {
                /** @description Number of the first row. */
                from?: number;
                /** @description The most rows to look at. */
                limit?: number;
                /** @description A token of `audit.checkpoint`, kept outside of this installation. */
                checkpoint?: string;
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
                    "application/json": components["schemas"]["AuditProof"];
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
    audit_checkpoints: {
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
                        data: components["schemas"]["AuditCheckpoint"][];
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
    audit_checkpoint: {
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
                    "application/json": components["schemas"]["AuditCheckpoint"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
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
    audit_export: {
        parameters: {
            query?: {
                /** @description JSON lines or CSV. */
                format?: "jsonl" | "csv";
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
                        /** @description Lines. */
                        data: string[];
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
    events_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what came after this position. A cursor has precedence. */
                after?: number;
                /** @description The newest page instead, oldest of it first; there is no next page. */
                latest?: boolean;
                /** @description Only events of these names, e.g. contact.created. */
                names?: string[];
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
                        data: components["schemas"]["Event"][];
                        nextCursor: string | null;
                        /** @description Where to go on from. */
                        position: number;
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
    events_types: {
        parameters: {
            query?: {
                /** @description Only events of these names, e.g. contact.created. */
                names?: string[];
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
                        data: components["schemas"]["EventType"][];
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
    engines_list: {
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
                        data: components["schemas"]["CompanyEngine"][];
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
    engines_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyEngineDetails"];
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
    engines_remove: {
        parameters: {
            query: {
                /** @description `plan` of engines.plan. */
                plan: string;
                /** @description The engine’s name once more. */
                confirm: string;
            };
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    "application/json": components["schemas"]["CompanyEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgressOrEngineNotConnected"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_plan: {
        parameters: {
            query?: {
                /** @description What the company would have there. */
                wanted?: "present" | "suspended" | "absent";
            };
            header?: never;
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnginePlan"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["EngineNotConnected"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_connect: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Base address of the instance. */
                    url: string;
                    /** @description As docs/engines.md says for the engine. No answer ever holds them. */
                    credentials: {
                        [key: string]: string;
                    };
                    /**
                     * @description As docs/engines.md says.
                     * @default {}
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Leave what the company has in a shared instance behind, where the operator can find it.
                     * @default false
                     */
                    replace?: boolean;
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
                    "application/json": components["schemas"]["ConnectedEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Which one. Only the operator, by a grant, names one that isn’t open to all.
                     */
                    instance?: string;
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
                    "application/json": components["schemas"]["CompanyEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_suspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    "application/json": components["schemas"]["CompanyEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgressOrEngineNotConnected"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    "application/json": components["schemas"]["CompanyEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgressOrEngineNotConnected"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    "application/json": components["schemas"]["CompanyEngine"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnected"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    "application/json": components["schemas"]["EngineCheck"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnected"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    engines_people: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EnginePersonReport"][];
                    };
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
    engines_launch: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The engine, e.g. `odoo`. */
                engine: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For a login that began at the engine: where it goes back to. */
                    back?: {
                        /**
                         * Format: uri
                         * @description As the engine named it; refused unless it is the engine’s own.
                         */
                        uri: string;
                        /** @description The engine’s own; goes back as it came. */
                        state: string;
                    };
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
                    "application/json": components["schemas"]["EngineLaunch"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReady"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    members_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UGID of whoever left or was shut out. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    instances_list: {
        parameters: {
            query?: {
                /** @description The engine, e.g. `odoo`. */
                engine?: string;
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
                        data: components["schemas"]["SharedInstance"][];
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
    instances_create: {
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
                    /** @description The engine, e.g. `odoo`. */
                    engine: string;
                    /**
                     * @description Tells several of one engine apart.
                     * @default main
                     */
                    name?: string;
                    /** @description Base address of the instance. */
                    url: string;
                    /** @description As docs/engines.md says for the engine. No answer ever holds them. */
                    credentials: {
                        [key: string]: string;
                    };
                    /**
                     * @description As docs/engines.md says.
                     * @default {}
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Each new company gets its part by itself, and the others may take theirs (engines.enable).
                     * @default false
                     */
                    forAll?: boolean;
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
                    "application/json": components["schemas"]["SharedInstance"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrEngineForbidden"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    instances_delete: {
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
                /** @description Id of the instance. */
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
                    "application/json": components["schemas"]["SharedInstance"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    instances_update: {
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
                /** @description Id of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Base address of the instance. */
                    url?: string;
                    /** @description As docs/engines.md says for the engine. No answer ever holds them. */
                    credentials?: {
                        [key: string]: string;
                    };
                    /** @description As docs/engines.md says. */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /** @description Each new company gets its part by itself, and the others may take theirs (engines.enable). */
                    forAll?: boolean;
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
                    "application/json": components["schemas"]["SharedInstance"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrEngineForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    instances_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the instance. */
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
                    "application/json": components["schemas"]["SharedInstance"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
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
    instances_certificates: {
        parameters: {
            query?: {
                /** @description Only those of this engine. */
                engine?: string;
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
                    "application/json": components["schemas"]["Certificates"];
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
    engines_certificates: {
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
                    "application/json": components["schemas"]["Certificates"];
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
    secrets_status: {
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
                    "application/json": components["schemas"]["SecretsStatus"];
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
    secrets_rotate: {
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
                    "application/json": components["schemas"]["SecretsStatus"];
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
    secrets_move: {
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
                    "application/json": components["schemas"]["SecretsStatus"];
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
    servers_list: {
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
                        data: components["schemas"]["McpServerEntry"][];
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
    servers_add: {
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
                    server: components["schemas"]["McpServer"];
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
                    "application/json": components["schemas"]["McpServerEntry"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    servers_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the entry. */
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
                    "application/json": components["schemas"]["McpServerEntry"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    validator_token: {
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
                        valid: boolean;
                        /** @description e.g. key, person or agent. */
                        kind?: string;
                        /** @description Of the key, person or agent. */
                        id?: string | null;
                        name?: string;
                        /** @description Slug of the company; null: none. */
                        tenant?: string | null;
                        scopes?: string[];
                        /** @description When it ends by itself; null: never, or when it is ended. */
                        expiresAt?: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    validator_config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Values by name, e.g. SMARTEROS_PORT. */
                    settings: {
                        [key: string]: string;
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        problems: {
                            name: string;
                            message: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    validator_spec: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description e.g. contacts.create. */
                    operation: string;
                    input: {
                        [key: string]: unknown;
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        errors: {
                            field: string;
                            code: string;
                            message: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    hooks_list: {
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
                        data: components["schemas"]["IncomingHook"][];
                        /** @description Who can be given an address by hand (hooks.create). */
                        senders: components["schemas"]["HookSender"][];
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
    hooks_create: {
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
                    /** @description Who sends, e.g. `shopify`. */
                    engine: string;
                    /** @description What both sides know, where the other system gives it out. No answer ever holds it. */
                    secret?: string;
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
                    "application/json": components["schemas"]["IncomingHookMade"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    hooks_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Who sends, e.g. `shopify`. */
                engine: string;
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
                    "application/json": {
                        engine: string;
                        /** @description Enter it in the other system. It holds a secret: shown once, null when an answer is repeated. */
                        url: string | null;
                        /** @description ISO 8601, UTC, milliseconds. */
                        oldUntil: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
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
    hooks_set_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Who sends, e.g. `shopify`. */
                engine: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What both sides know, where the other system gives it out. No answer ever holds it. */
                    secret?: string;
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
                        engine: string;
                        /** @description Enter it there as well, where it was made here; else null. Shown once. */
                        secret: string | null;
                        /** @description ISO 8601, UTC, milliseconds. */
                        oldUntil: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    hooks_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Who sends, e.g. `shopify`. */
                engine: string;
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
                    "application/json": {
                        engine: string;
                    };
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
    hook_deliveries_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Who sends, e.g. `shopify`. */
                engine?: string;
                /** @description Only those. */
                status?: "waiting" | "done" | "failed";
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
                        data: components["schemas"]["HookDelivery"][];
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
    hook_deliveries_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the message. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookDeliveryDetails"];
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
    hook_deliveries_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
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
                    "application/json": components["schemas"]["HookDelivery"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    supabase_query: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The table or view. */
                    table: string;
                    /**
                     * @default [
                     *       "*"
                     *     ]
                     */
                    columns?: (string | "*")[];
                    /**
                     * @description Rows of joined tables, within each row.
                     * @default []
                     */
                    embed?: components["schemas"]["SupabaseEmbed"][];
                    /**
                     * @description All of them hold for a row.
                     * @default []
                     */
                    filters?: components["schemas"]["SupabaseFilter"][];
                    /**
                     * @description Pages are only stable with an order that tells all rows apart.
                     * @default []
                     */
                    order?: {
                        column: string;
                        /** @default false */
                        descending?: boolean;
                        /** @enum {string} */
                        nulls?: "first" | "last";
                    }[];
                    /**
                     * @description Rows per page.
                     * @default 20
                     */
                    limit?: number;
                    /**
                     * @description Rows to leave out first.
                     * @default 0
                     */
                    offset?: number;
                    /** @description `nextCursor` of the page before. */
                    cursor?: string;
                    /**
                     * @description How to count all rows; not at all otherwise.
                     * @enum {string}
                     */
                    count?: "exact" | "planned" | "estimated";
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        }[];
                        nextCursor: string | null;
                        /** @description All rows there are, when `count` asked for it. */
                        total: number | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    supabase_insert: {
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
                    /** @description The table or view. */
                    table: string;
                    rows: {
                        [key: string]: unknown;
                    }[];
                    /**
                     * @description Which columns of the rows to answer.
                     * @default [
                     *       "*"
                     *     ]
                     */
                    returning?: (string | "*")[];
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
                        /** @description The rows, as they are now. */
                        data: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    supabase_update: {
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
                    /** @description The table or view. */
                    table: string;
                    /** @description Values by column. */
                    values: {
                        [key: string]: unknown;
                    };
                    /** @description All of them hold for a row. */
                    filters: components["schemas"]["SupabaseFilter"][];
                    /**
                     * @description Which columns of the rows to answer.
                     * @default [
                     *       "*"
                     *     ]
                     */
                    returning?: (string | "*")[];
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
                        /** @description The rows, as they are now. */
                        data: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    supabase_delete: {
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
                    /** @description The table or view. */
                    table: string;
                    /** @description All of them hold for a row. */
                    filters: components["schemas"]["SupabaseFilter"][];
                    /**
                     * @description Which columns of the rows to answer.
                     * @default [
                     *       "*"
                     *     ]
                     */
                    returning?: (string | "*")[];
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
                        /** @description The rows, as they were. */
                        data: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    supabase_tables: {
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
                        data: components["schemas"]["SupabaseTable"][];
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_contacts: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Part of the name, mail, phone or identifier. */
                q?: string;
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
                        data: components["schemas"]["ChatwootContact"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_create_contact: {
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
                    /** @description Who it is here: id of a contact, or UGID of a person. At least this, a mail or a phone. */
                    identifier?: string;
                    /**
                     * @description Custom attributes of Chatwoot.
                     * @default {}
                     */
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    /** @description Where conversations with it begin; else the company’s inbox. */
                    inboxId?: string;
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
                    "application/json": components["schemas"]["ChatwootContact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    chatwoot_contact: {
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
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatwootContact"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_conversations: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those. */
                status?: "open" | "resolved" | "pending" | "snoozed" | "all";
                /** @description Only those that somebody takes care of, or nobody. */
                assignee?: "all" | "assigned" | "unassigned";
                /** @description Only those in which the customer waits for an answer. */
                waiting?: boolean;
                /** @description `activity`: where something happened last comes first, and pages may move meanwhile. */
                sort?: "created" | "activity";
                /** @description Only those of this inbox. */
                inboxId?: string;
                /** @description Only those with this in a message, whatever their status. */
                q?: string;
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
                        data: components["schemas"]["ChatwootConversation"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_create_conversation: {
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
                    /** @description Whom it is with. */
                    contactId: string;
                    /** @description Where; else the company’s inbox. */
                    inboxId?: string;
                    /** @description First message, to the contact. */
                    message?: string;
                    /**
                     * @description How it begins.
                     * @default open
                     * @enum {string}
                     */
                    status?: "open" | "resolved" | "pending" | "snoozed";
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
                    "application/json": components["schemas"]["ChatwootConversation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    chatwoot_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the conversation. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatwootConversation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_set_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is from now on.
                     * @enum {string}
                     */
                    status: "open" | "resolved" | "pending" | "snoozed";
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
                    "application/json": components["schemas"]["ChatwootConversation"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    chatwoot_messages: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Number of the conversation. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ChatwootMessage"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    chatwoot_send_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Text, Markdown. */
                    content: string;
                    /**
                     * @description Whose words they are.
                     * @default outgoing
                     * @enum {string}
                     */
                    type?: "outgoing" | "incoming";
                    /**
                     * @description A note that the customer doesn’t see.
                     * @default false
                     */
                    private?: boolean;
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
                    "application/json": components["schemas"]["ChatwootMessage"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    chatwoot_health: {
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
                    "application/json": components["schemas"]["ChatwootHealth"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReady"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_workflows: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that are, or are not. */
                active?: boolean;
                /** @description Part of the name. */
                name?: string;
                /** @description Only those with this tag. */
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
                        data: components["schemas"]["N8nWorkflow"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_create: {
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
                    name: string;
                    /** @description As n8n writes them. */
                    nodes: {
                        [key: string]: unknown;
                    }[];
                    /** @description As n8n writes them. */
                    connections: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description As n8n writes them.
                     * @default {}
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
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
                    "application/json": components["schemas"]["N8nWorkflow"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    n8n_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the workflow. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["N8nWorkflowDetail"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_activate: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the workflow. */
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
                    "application/json": components["schemas"]["N8nWorkflow"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_deactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the workflow. */
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
                    "application/json": components["schemas"]["N8nWorkflow"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_execute: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the workflow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Reaches the workflow as the fields of the body. `correlationId` is ours.
                     * @default {}
                     */
                    data?: {
                        [key: string]: unknown;
                    };
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
                    "application/json": components["schemas"]["N8nRun"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    n8n_executions: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those of this workflow. */
                workflowId?: string;
                /** @description Only those that ended so. */
                status?: "canceled" | "error" | "running" | "success" | "waiting";
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
                        data: components["schemas"]["N8nExecution"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["EngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_execution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["N8nExecutionDetail"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    n8n_health: {
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
                    "application/json": components["schemas"]["N8nHealth"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
        };
    };
    odoo_search_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name of the model, e.g. `res.partner`. */
                    model: string;
                    /**
                     * @description Conditions as Odoo writes them, e.g. `[["is_company", "=", true]]`; none finds all.
                     * @default []
                     */
                    domain?: unknown[];
                    /** @description What to read; `id` comes always. Without it `display_name`. */
                    fields?: string[];
                    /**
                     * @description Records per page.
                     * @default 100
                     */
                    limit?: number;
                    /**
                     * @description Records to leave out; a cursor is steadier.
                     * @default 0
                     */
                    offset?: number;
                    /** @description Fields with `asc` or `desc`, e.g. `name asc, id desc`; by id unless given. */
                    order?: string;
                    /** @description `nextCursor` of the page before. */
                    cursor?: string;
                    /** @description Odoo’s context, e.g. `{"active_test": false}` to see what is archived, or `lang`. */
                    context?: {
                        [key: string]: unknown;
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["EngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    odoo_create: {
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
                    /** @description Name of the model, e.g. `res.partner`. */
                    model: string;
                    /** @description One entry per record. */
                    values: {
                        [key: string]: unknown;
                    }[];
                    /** @description Odoo’s context, e.g. `{"active_test": false}` to see what is archived, or `lang`. */
                    context?: {
                        [key: string]: unknown;
                    };
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
                        ids: number[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    odoo_write: {
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
                    /** @description Name of the model, e.g. `res.partner`. */
                    model: string;
                    /** @description Ids of records. */
                    ids: number[];
                    /** @description Values by field. A relation takes an id or `{id}`, several take ids or Odoo’s commands, null empties, times are ISO 8601. */
                    values: {
                        [key: string]: unknown;
                    };
                    /** @description Odoo’s context, e.g. `{"active_test": false}` to see what is archived, or `lang`. */
                    context?: {
                        [key: string]: unknown;
                    };
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
                        ids: number[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    odoo_unlink: {
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
                    /** @description Name of the model, e.g. `res.partner`. */
                    model: string;
                    /** @description Ids of records. */
                    ids: number[];
                    /** @description Odoo’s context, e.g. `{"active_test": false}` to see what is archived, or `lang`. */
                    context?: {
                        [key: string]: unknown;
                    };
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
                        ids: number[];
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    odoo_call: {
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
                    /** @description Name of the model, e.g. `res.partner`. */
                    model: string;
                    /** @description Name of a public method; those that begin with an underscore are Odoo’s own. */
                    method: string;
                    /**
                     * @description Arguments by position.
                     * @default []
                     */
                    args?: unknown[];
                    /**
                     * @description Arguments by name.
                     * @default {}
                     */
                    kwargs?: {
                        [key: string]: unknown;
                    };
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
                        result: unknown;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineNotConnectedOrEngineNotReadyOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    vault_list: {
        parameters: {
            query?: {
                /** @description Below the company’s own folder: letters, digits, `_`, `.` and `-`, parts divided by `/`. */
                folder?: string;
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
                        /** @description Names; those of folders end with a slash. */
                        data: string[];
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    vault_read: {
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
                    /** @description Below the company’s own folder: letters, digits, `_`, `.` and `-`, parts divided by `/`. */
                    path: string;
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
                        path: string;
                        /** @description Counts the changes of this secret. */
                        version: number;
                        /** @description Null when an answer is repeated. */
                        values: {
                            [key: string]: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    vault_write: {
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
                    /** @description Below the company’s own folder: letters, digits, `_`, `.` and `-`, parts divided by `/`. */
                    path: string;
                    /** @description Texts by name. They take the place of all there were. */
                    values: {
                        [key: string]: string;
                    };
                    /** @description Only when that is its version by now; 0: only when there is none. */
                    ifSecretVersion?: number;
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
                        path: string;
                        /** @description Counts the changes of this secret. */
                        version: number;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    vault_delete: {
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
                    /** @description Below the company’s own folder: letters, digits, `_`, `.` and `-`, parts divided by `/`. */
                    path: string;
                    /** @default false */
                    forever?: boolean;
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
                        path: string;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    botpress_bots: {
        parameters: {
            query?: {
                /** @description Rows per page; 100 at the most come. */
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
                        data: components["schemas"]["BotpressBot"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    botpress_conversations: {
        parameters: {
            query?: {
                /** @description Rows per page; 100 at the most come. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description A bot of the company’s; its only one unless said otherwise. */
                botId?: string;
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
                        data: components["schemas"]["BotpressConversation"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    botpress_messages: {
        parameters: {
            query?: {
                /** @description Rows per page; 100 at the most come. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description A bot of the company’s; its only one unless said otherwise. */
                botId?: string;
            };
            header?: never;
            path: {
                /** @description Id of the conversation. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BotpressMessage"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    botpress_send_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the conversation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description A bot of the company’s; its only one unless said otherwise. */
                    botId?: string;
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
                    "application/json": components["schemas"]["BotpressMessage"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["IdempotencyInProgressOrEngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrEngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["EngineOutcomeUnknown"];
        };
    };
    botpress_health: {
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
                    "application/json": components["schemas"]["BotpressHealth"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    metabase_dashboards: {
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
                        data: components["schemas"]["MetabaseDashboardRow"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["EngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    metabase_dashboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the dashboard. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetabaseDashboard"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    metabase_card_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the card. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Values by slug.
                     * @default {}
                     */
                    parameters?: {
                        [key: string]: (string | number | boolean) | (string | number | boolean)[];
                    };
                    /**
                     * @description Rows at the most.
                     * @default 200
                     */
                    limit?: number;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetabaseCardResult"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    metabase_embed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the dashboard. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetabaseEmbed"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspendedOrEngineForbidden"];
            404: components["responses"]["NotFoundOrEngineNotFound"];
            409: components["responses"]["EngineConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EngineInvalid"];
            429: components["responses"]["RateLimitedOrEngineRateLimited"];
            500: components["responses"]["Internal"];
            501: components["responses"]["EngineUnsupported"];
            502: components["responses"]["EngineUnreachableOrEngineRejectedCredentials"];
            503: components["responses"]["Unavailable"];
        };
    };
    metabase_health: {
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
                    "application/json": components["schemas"]["MetabaseHealth"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            502: components["responses"]["EngineUnreachable"];
            503: components["responses"]["Unavailable"];
        };
    };
    consents_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Who, when they are a contact. */
                contactId?: string;
                /** @description Who, when they have a login: UGID. */
                personId?: string;
                /** @description Who, when they are neither: mail address, phone or name. */
                identifier?: string;
                /** @description Only this purpose. */
                purpose?: string;
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
                        data: components["schemas"]["Consent"][];
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
    consents_record: {
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
                     * @description Who, when they are a contact.
                     */
                    contactId?: string;
                    /**
                     * Format: uuid
                     * @description Who, when they have a login: UGID.
                     */
                    personId?: string;
                    /** @description Who, when they are neither: mail address, phone or name. */
                    identifier?: string;
                    /** @description What for, in lower case, e.g. marketing. */
                    purpose: string;
                    /** @description The exact words that they agreed to. */
                    text: string;
                    /** @description Your name of that wording; made of its hash if left out. */
                    textVersion?: string;
                    /**
                     * @description How they said so.
                     * @enum {string}
                     */
                    channel: "web_form" | "whatsapp" | "phone" | "paper" | "in_person" | "email" | "api";
                    /** @description Where the proof is. */
                    evidence?: string;
                    /**
                     * Format: date-time
                     * @description When; now if left out.
                     */
                    givenAt?: string;
                    /**
                     * Format: date-time
                     * @description Until when; until withdrawn if left out.
                     */
                    expiresAt?: string;
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
                    "application/json": components["schemas"]["Consent"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    consents_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the consent. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How they said so.
                     * @enum {string}
                     */
                    channel: "web_form" | "whatsapp" | "phone" | "paper" | "in_person" | "email" | "api";
                    /** @description In your words. */
                    note?: string;
                    /**
                     * Format: date-time
                     * @description When; now if left out.
                     */
                    withdrawnAt?: string;
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
                    "application/json": components["schemas"]["Consent"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
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
    consents_withdraw_by_link: {
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
                    /** @description Of the link. */
                    token: string;
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
                    "application/json": components["schemas"]["ConsentEnded"];
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
    consents_status: {
        parameters: {
            query: {
                /** @description Who, when they are a contact. */
                contactId?: string;
                /** @description Who, when they have a login: UGID. */
                personId?: string;
                /** @description Who, when they are neither: mail address, phone or name. */
                identifier?: string;
                /** @description What for, in lower case, e.g. marketing. */
                purpose: string;
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
                    "application/json": components["schemas"]["ConsentStatus"];
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
    privacy_requests: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that stand there. */
                state?: "received" | "acknowledged" | "decided";
                /** @description Only those about this contact. */
                contactId?: string;
                /** @description Only undecided ones whose term is over. */
                overdue?: boolean;
                /** @description Only those that wait for a decision. */
                undecided?: boolean;
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
                        data: components["schemas"]["PrivacyRequest"][];
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
    privacy_request: {
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
                     * @description Which right.
                     * @enum {string}
                     */
                    kind: "access" | "rectify" | "erase" | "oppose" | "portability" | "block";
                    /**
                     * Format: uuid
                     * @description Whom it is about, when they are a contact.
                     */
                    contactId?: string;
                    /** @description Who asks. */
                    requesterName: string;
                    /**
                     * Format: email
                     * @description Where the answer goes.
                     */
                    requesterEmail?: string;
                    /** @description The same by phone. */
                    requesterPhone?: string;
                    /**
                     * @description How it came in.
                     * @enum {string}
                     */
                    channel: "web_form" | "whatsapp" | "phone" | "paper" | "in_person" | "email" | "api";
                    /** @description In their words. */
                    details: string;
                    /** @description rectify: the fields as they should be. */
                    patch?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: date-time
                     * @description When it came in; now if left out.
                     */
                    receivedAt?: string;
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_own_requests: {
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
                    "application/json": components["schemas"]["OwnPrivacyRequests"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_request_own: {
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
                     * @description Which right.
                     * @enum {string}
                     */
                    kind: "access" | "rectify" | "erase" | "oppose" | "portability" | "block";
                    /** @description In their words. */
                    details: string;
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
                    "application/json": components["schemas"]["PrivacyRequest"];
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
    privacy_get_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the request. */
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
                    "application/json": components["schemas"]["PrivacyRequest"];
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
    privacy_acknowledge: {
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
                /** @description Id of the request. */
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_extend: {
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
                /** @description Id of the request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Calendar days.
                     * @default 30
                     */
                    days?: number;
                    /** @description Why; the requester is told. */
                    reason: string;
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_decide: {
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
                /** @description Id of the request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The decision.
                     * @enum {string}
                     */
                    outcome: "granted" | "refused";
                    /**
                     * @description Ground of a refusal.
                     * @enum {string}
                     */
                    reasonCode?: "legal_duty" | "legal_defence" | "contract_in_force" | "expression_and_information" | "public_interest" | "research_or_statistics" | "identity_not_proved" | "not_applicable";
                    /** @description In words for the requester. */
                    reason?: string;
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_unblock: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the contact. */
                contactId: string;
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
                    "application/json": components["schemas"]["Unblocked"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrInsufficientScopeOrTenantSuspended"];
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
    privacy_erase_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the granted request. */
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
                    "application/json": components["schemas"]["LoginErased"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_subject_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the contact. */
                contactId: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectData"];
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
    privacy_my_data: {
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
                    "application/json": components["schemas"]["SubjectData"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    breaches_list: {
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
                        data: components["schemas"]["Breach"][];
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
    breaches_record: {
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
                    /** @description What happened, in a line. */
                    title: string;
                    /** @description What happened, how, and what followed. */
                    description: string;
                    /**
                     * Format: date-time
                     * @description When it began, if known.
                     */
                    occurredAt?: string;
                    /** @description Which kinds of data. */
                    dataClasses: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
                    /** @description How many people. */
                    affected?: number;
                    /**
                     * @description For the rights of the people concerned.
                     * @enum {string}
                     */
                    risk: "none" | "low" | "reasonable" | "high";
                    /** @description What was done about it. */
                    measures: string;
                    /**
                     * Format: date-time
                     * @description When it was noticed; now if left out.
                     */
                    detectedAt?: string;
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
                    "application/json": components["schemas"]["Breach"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    breaches_update: {
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
                /** @description Id of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What happened, in a line. */
                    title?: string;
                    /** @description What happened, how, and what followed. */
                    description?: string;
                    /**
                     * Format: date-time
                     * @description When it began, if known.
                     */
                    occurredAt?: string;
                    /** @description Which kinds of data. */
                    dataClasses?: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
                    /** @description How many people. */
                    affected?: number;
                    /**
                     * @description For the rights of the people concerned.
                     * @enum {string}
                     */
                    risk?: "none" | "low" | "reasonable" | "high";
                    /** @description What was done about it. */
                    measures?: string;
                    /**
                     * @description closed: nothing is left to be done.
                     * @enum {string}
                     */
                    state?: "open" | "closed";
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
                    "application/json": components["schemas"]["Breach"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    breaches_texts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the breach. */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachTexts"];
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
    breaches_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the breach. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who.
                     * @enum {string}
                     */
                    audience: "agency" | "person";
                    /** @description Whom exactly, or how many. */
                    recipient: string;
                    /** @description How: mail, the Agency’s portal … */
                    channel: string;
                    /** @description The words sent. */
                    text: string;
                    /**
                     * Format: date-time
                     * @description When; now if left out.
                     */
                    sentAt?: string;
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
                    "application/json": components["schemas"]["BreachNotice"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
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
    processing_list: {
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
                    "application/json": components["schemas"]["ProcessingRegister"];
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
    processing_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Name of the activity in lower case: a feature’s, or one of your own. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What it is called. */
                    title?: {
                        es: string;
                        en: string;
                    };
                    /** @description What for. */
                    purposes?: {
                        es: string;
                        en: string;
                    };
                    /**
                     * @description What makes it lawful.
                     * @enum {string}
                     */
                    basis?: "consent" | "contract" | "legal_duty" | "legitimate_interest" | "economic_debt" | "legal_defence";
                    /** @description Which kinds of data. */
                    classes?: ("identification" | "contact" | "credentials" | "location" | "other" | "economic" | "minors" | "sensitive")[];
                    /** @description Whose data. */
                    subjects?: {
                        es: string;
                        en: string;
                    };
                    /** @description Who else gets them. */
                    recipients?: {
                        es: string;
                        en: string;
                    };
                    /** @description Which other countries they go to and on what ground; null: none. */
                    abroad?: {
                        es: string;
                        en: string;
                    } | null;
                    /** @description How long they are kept, and why. */
                    retention?: {
                        es: string;
                        en: string;
                    };
                    /** @description How they are kept safe. */
                    security?: {
                        es: string;
                        en: string;
                    };
                    /**
                     * @description It is no longer carried out; not for declared ones.
                     * @default false
                     */
                    removed?: boolean;
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
                    "application/json": components["schemas"]["ProcessingActivity"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
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
    privacy_publish_policy: {
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
                    /** @description 1. Who answers for the data. */
                    responsible: string;
                    /** @description 2. Legal representative. */
                    representative: string;
                    /** @description 3. Data protection officer, if there is one. */
                    officer: string | null;
                    /** @description 4. Postal address. */
                    address: string;
                    /**
                     * Format: email
                     * @description 5. Mail address for requests.
                     */
                    email: string;
                    /** @description 6. How data is treated, in general. */
                    policy: string;
                    /** @description 11. Automated decisions and profiles: whether, and by what logic. */
                    automated: string;
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
                    "application/json": components["schemas"]["PublishedPolicy"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    privacy_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the company. */
                company: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyPolicy"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["TenantSuspended"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    retention_list: {
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
                    "application/json": components["schemas"]["RetentionRules"];
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
    retention_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Class of data: messages, contacts, contact_merges, form_messages, held_messages, contact_links, imports, consents, requests, audit, tax_records. */
                class: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Days after the last use; null: never by itself. */
                    days: number | null;
                    /** @description Why so long. */
                    basis: string;
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
                    "application/json": components["schemas"]["RetentionRule"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
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
    retention_preview: {
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
                    "application/json": components["schemas"]["RetentionPreview"];
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
    holds_list: {
        parameters: {
            query?: {
                /** @description Rows per page. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that hold something now. */
                active?: boolean;
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
                        data: components["schemas"]["LegalHold"][];
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
    holds_create: {
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
                     * @description Whose data; everybody’s if left out.
                     */
                    contactId?: string;
                    /** @description Class of data: messages, contacts, contact_merges, form_messages, held_messages, contact_links, imports, consents, requests, audit, tax_records. */
                    class?: string;
                    /**
                     * @description What obliges you.
                     * @enum {string}
                     */
                    basis: "legal_claim" | "authority" | "tax" | "legal_duty" | "other";
                    /** @description Case, order or law. */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description When it ends by itself.
                     */
                    until?: string;
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
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    holds_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description `dry-run` checks and runs everything, answers as usual and keeps nothing. */
                Prefer?: components["parameters"]["DryRun"];
                /** @description Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the hold. */
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
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["InvalidInputOrMalformedRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScopeOrTenantSuspended"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ConflictOrIdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
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
                        /** @description Nobody has ever logged in: the first visit is still to come. */
                        fresh: boolean;
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
    core_address: {
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
                    "application/json": components["schemas"]["InstallationAddress"];
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
