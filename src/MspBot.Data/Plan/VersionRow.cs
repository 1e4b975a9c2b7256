using MspBot.Domain.People;
using MspBot.Domain.Plan;

namespace MspBot.Data.Plan;

/// <summary>One version, as it is read by itself.</summary>
internal sealed record VersionRow
{
    /// <summary>Of <c>plan_item_version v</c>.</summary>
    internal const string Select = """
        select v.version, v.form, v.title, v.first_day, v.last_day, v.responsible_id, v.responsible, vp.full_name as responsible_name,
               v.result, v.audience, v.excluded, v.reason, v.by_person, v.at, v.sent_at, a.full_name as author_name,
               d.remark, d.by_person as decided_by, dp.full_name as decided_by_name, d.at as decided_at
        from plan_item_version v
        left join person vp on vp.id = v.responsible_id
        left join person a on a.id = v.by_person
        left join plan_decision d on d.item_id = v.item_id and d.version = v.version
        left join person dp on dp.id = d.by_person
        """;

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
    public string? AuthorName { get; init; }
    public string? Remark { get; init; }
    public PersonId? DecidedBy { get; init; }
    public string? DecidedByName { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    internal ItemVersion Details => new(Version, new ItemText
    {
        Form = Form,
        Title = Title,
        Term = new(FirstDay, LastDay),
        Responsible = new(ResponsibleId, Responsible),
        Result = Result,
        Audience = Audience,
    }, ResponsibleName, Excluded, Reason, ByPerson, At, SentAt);

    internal ItemDecision? Decision => DecidedBy is { } by ? new(Remark, by, DecidedByName, DecidedAt!.Value) : null;
}
