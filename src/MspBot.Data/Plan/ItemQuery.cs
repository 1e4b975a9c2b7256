using MspBot.Data.Postgres;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>Reads items with their versions and what was held, with or without a row's lock.</summary>
internal static class ItemQuery
{
    /// <summary>Of <c>plan_item i</c>; its arguments are <c>@now</c> and what <c>where</c> names.</summary>
    internal const string Select = $"""
        select i.id, i.plan_id, p.year, i.number, i.state, i.revision,
               n.version, n.form, n.title, n.first_day, n.last_day, n.responsible_id, n.responsible, np.full_name as responsible_name,
               n.result, n.audience, n.excluded, n.reason, n.by_person, n.at, n.sent_at,
               coalesce(n.authors, array[n.by_person]) as authors,
               f.version as agreed_version, f.form as agreed_form, f.title as agreed_title, f.first_day as agreed_first_day,
               f.last_day as agreed_last_day, f.responsible_id as agreed_responsible_id, f.responsible as agreed_responsible,
               fp.full_name as agreed_responsible_name, f.result as agreed_result, f.audience as agreed_audience,
               f.excluded as agreed_excluded, f.reason as agreed_reason, f.by_person as agreed_by_person, f.at as agreed_at,
               f.sent_at as agreed_sent_at,
               d.remark, d.by_person as decided_by, dp.full_name as decided_by_name, d.at as decided_at,
               m.held_at, m.announced, m.meetings, m.has_meetings,
               i.done_on, i.done_words, i.done_material
        from plan_item i
        join plan p on p.id = i.plan_id
        join plan_item_version n on n.item_id = i.id and n.version = i.version
        left join person np on np.id = n.responsible_id
        left join plan_item_version f on f.item_id = i.id and f.version = i.agreed_version
        left join person fp on fp.id = f.responsible_id
        left join plan_decision d on d.item_id = i.id and d.version = i.version
        left join person dp on dp.id = d.by_person
        cross join lateral ({Meetings}) m
        """;

    /// <summary>What is known of the meetings of <c>plan_item i</c> at <c>@now</c>.</summary>
    internal const string Meetings = """
        select min(w.starts_at) filter (where w.published and w.came and w.ends_at <= @now) as held_at,
               coalesce(bool_or(not w.came or w.ends_at > @now) filter (where w.published), false) as announced,
               (count(*) filter (where w.published))::int as meetings, count(*) > 0 as has_meetings
        from (
            -- With offset each meeting is asked once whether somebody came.
            select state = 'Published' as published, starts_at, ends_at, came from plan_meeting where item_id = i.id offset 0
        ) w
        """;

    internal static async Task<ItemDetails?> Find(DbSession session, PlanItemId id, DateTimeOffset now) =>
        (await session.Find<Row>($"{Select} where i.id = @id", new { id, now }))?.Details;

    internal static async Task<IReadOnlyList<ItemDetails>> Where(DbSession session, string where, object args) =>
        [.. (await session.Query<Row>($"{Select} {where}", args)).Select(row => row.Details)];

    /// <summary>
    /// Holds the item's row until the commit; what was read is what the deed before has left. Where several are held, in the order of
    /// their numbers.
    /// </summary>
    internal static async Task<ItemDetails?> Lock(DbSession session, PlanItemId id, DateTimeOffset now)
    {
        await session.Find<long>("select id from plan_item where id = @id for no key update", new { id });
        return await Find(session, id, now);
    }

    internal sealed record Row
    {
        public PlanItemId Id { get; init; }
        public PlanId PlanId { get; init; }
        public int Year { get; init; }
        public int Number { get; init; }
        public ItemState State { get; init; }
        public int Revision { get; init; }
        public int Version { get; init; }
        public WorkForm Form { get; init; }
        public string Title { get; init; } = "";
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public PersonId? ResponsibleId { get; init; }
        public string? Responsible { get; init; }
        public string? ResponsibleName { get; init; }
        public string Result { get; init; } = "";
        public string? Audience { get; init; }
        public bool Excluded { get; init; }
        public string? Reason { get; init; }
        public PersonId ByPerson { get; init; }
        public DateTimeOffset At { get; init; }
        public DateTimeOffset? SentAt { get; init; }
        public long[] Authors { get; init; } = [];
        public int? AgreedVersion { get; init; }
        public WorkForm? AgreedForm { get; init; }
        public string? AgreedTitle { get; init; }
        public DateOnly? AgreedFirstDay { get; init; }
        public DateOnly? AgreedLastDay { get; init; }
        public PersonId? AgreedResponsibleId { get; init; }
        public string? AgreedResponsible { get; init; }
        public string? AgreedResponsibleName { get; init; }
        public string? AgreedResult { get; init; }
        public string? AgreedAudience { get; init; }
        public bool? AgreedExcluded { get; init; }
        public string? AgreedReason { get; init; }
        public PersonId? AgreedByPerson { get; init; }
        public DateTimeOffset? AgreedAt { get; init; }
        public DateTimeOffset? AgreedSentAt { get; init; }
        public string? Remark { get; init; }
        public PersonId? DecidedBy { get; init; }
        public string? DecidedByName { get; init; }
        public DateTimeOffset? DecidedAt { get; init; }
        public DateTimeOffset? HeldAt { get; init; }
        public bool Announced { get; init; }
        public int Meetings { get; init; }
        public bool HasMeetings { get; init; }
        public DateOnly? DoneOn { get; init; }
        public string? DoneWords { get; init; }
        public long? DoneMaterial { get; init; }

        internal ItemDetails Details => new()
        {
            Id = Id,
            Plan = PlanId,
            Year = new SchoolYear(Year),
            Number = Number,
            State = State,
            Revision = Revision,
            Now = new(Version, new ItemText
            {
                Form = Form,
                Title = Title,
                Term = new(FirstDay, LastDay),
                Responsible = new(ResponsibleId, Responsible),
                Result = Result,
                Audience = Audience,
            }, ResponsibleName, Excluded, Reason, ByPerson, At, SentAt),
            InForce = AgreedVersion is { } agreed
                ? new(agreed, new ItemText
                {
                    Form = AgreedForm!.Value,
                    Title = AgreedTitle!,
                    Term = new(AgreedFirstDay!.Value, AgreedLastDay!.Value),
                    Responsible = new(AgreedResponsibleId, AgreedResponsible),
                    Result = AgreedResult!,
                    Audience = AgreedAudience,
                }, AgreedResponsibleName, AgreedExcluded!.Value, AgreedReason, AgreedByPerson!.Value, AgreedAt!.Value, AgreedSentAt)
                : null,
            Authors = [.. Authors.Select(PersonId.From)],
            Decision = DecidedBy is { } by ? new(Remark, by, DecidedByName, DecidedAt!.Value) : null,
            HeldAt = HeldAt,
            IsAnnounced = Announced,
            Meetings = Meetings,
            HasMeetings = HasMeetings,
            DoneOn = DoneOn,
            DoneWords = DoneWords,
            DoneMaterial = DoneMaterial,
        };
    }
}
