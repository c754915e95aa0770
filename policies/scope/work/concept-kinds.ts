/** The kinds of work that a concept by itself speaks for: `concepts: kinds`, both separated by spaces. */
export const conceptKinds = `
write rewrite ghostwriting text-copy no-text: copywriting
book-text speech script-text press-release: copywriting
blog: blog-publishing copywriting
seo: blog-publishing
proofread: proofreading
translate translation-thing: translation
layout convert document slides: documents
design: graphic-design branding visuals
decline-visual canva carousel banner story thumbnail visual: visuals
poster: visuals graphic-design
brochure: graphic-design
logo brand-identity: branding
program scheduler-tool content-calendar post: post-scheduling
newsletter mailing-list email-subject email-template: newsletter
mail-tool: newsletter email-automation
email-sequence deliverability segment-list: email-automation
email-stats figures measure-results: stats
dashboard: stats spreadsheets
comments direct-messages community-management moderate editorial-strategy: community-management
hashtag competitors partners market-survey research-topic find compare podcast-guest: desk-research
ads: paid-ads
press-relations: public-relations
lead-magnet landing-page sales-page funnel: landing-pages
short-video: short-video
subtitle: short-video long-video
long-video edit-video audio podcast: long-video
webinar webinar-tool replay registrations: webinar
site-build site-fault hosting plugin software-dev code: web-development
website site-tool: site-edits web-development
site-edit: site-edits
online-shop: product-listing web-development
automate automation-tool connect: app-automation
computer network it-software unlock back-up: it-support
online-course course-tool: online-course
learners: online-course student-support
give-access: online-course member-space
support-desk refund: student-support
payment-page payment-tool coupon: payments
crm crm-tool: crm
contacts enter-data: data-entry
deduplicate: crm data-entry
spreadsheet database calculate: spreadsheets
project-tool project supervise: project-management
document-process: procedures
client-onboarding e-signature onboarding-tool: client-onboarding
booking-page survey web-form: booking-forms
member-space member-tool: member-space
accounting: accounting
invoice unpaid: invoicing
tax payroll: tax
invest insurance science-work health-care: expert-advice
expenses: expenses
contract legal-advice terms visa: legal
public-admin: paperwork
recruit hr-people: hiring
sell negotiate: prospecting
advise coach: strategy
teach tutoring: tutoring
calendar meeting reschedule: calendar
inbox routine-reply unsubscribe: inbox
travel flight train hotel ground-transport: travel
take-notes prepare-briefing: meetings
event venue catering guests entertainment: events
gift flowers: gifts
restaurant childcare health beauty pets home-repair home-care car utilities: household
shopping: household gifts
transcribe handwritten-notes: transcription
clean-place move-house transport-things assemble cook physical-work: physical
photograph: photography
print ship: print-and-post
craft: craft
thanks settled wishes heads-up: talk
availability call-me: contact-me
vague-thing vague-do judgement-vague: vague
`
