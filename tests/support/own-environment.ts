// What is written in .env is for the site that is made here, not for its tests: imported before what reads it.
process.env.ENV_FILE ??= 'none';
