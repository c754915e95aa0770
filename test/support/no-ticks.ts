import cron from 'node-cron'

// What the service does by the clock (polled boards are read every minute, all of them in the night, old records removed)
// would come into whichever test is under way just then. In a test it is made ready and never begun; that it begins has a
// test of its own, and so has what is done then.
cron.schedule = cron.createTask
