-- One password for each account: what better-auth takes for granted, the database now refuses to break.
create unique index credential_by_provider on credential (provider_id, provider_account_id);
