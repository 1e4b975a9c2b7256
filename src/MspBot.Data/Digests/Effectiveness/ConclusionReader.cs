using MspBot.Data.Postgres;
using MspBot.Domain;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;

namespace MspBot.Data.Digests.Effectiveness;

/// <summary>What a methodologist concludes of some days, and what a head has answered.</summary>
public sealed record ConclusionDetails
{
    public ConclusionId Id { get; init; }

    /// <summary>The days in words, as they were chosen.</summary>
    public string Label { get; init; } = "";
    public DateOnly FirstDay { get; init; }
    public DateOnly LastDay { get; init; }
    public string Words { get; init; } = "";

    /// <summary>Grows with each change of a draft: a button that decides carries it.</summary>
    public int Version { get; init; }

    /// <summary>Who wrote its words last; null: they are erased.</summary>
    public string? Author { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Null: a draft.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public string? Answer { get; init; }

    /// <summary>Null: nobody has answered, or they are erased.</summary>
    public string? AnsweredBy { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    public bool IsDraft => SentAt is null;

    /// <summary>Its days, whatever they were called.</summary>
    public EffectPeriod Days => new(EffectSpan.OwnDays, FirstDay, LastDay);
}

/// <summary>Conclusions as those read them who may.</summary>
public sealed class ConclusionReader(DbSession session)
{
    internal const string Select = """
        select c.id, c.label, c.first_day, c.last_day, c.words, c.version, w.full_name as author, c.at, c.sent_at, c.answer,
               a.full_name as answered_by, c.answered_at
        from conclusion c
        join person w on w.id = c.by_person
        left join person a on a.id = c.answered_by
        """;

    public Task<ConclusionDetails?> One(ConclusionId id) =>
        session.Find<ConclusionDetails>($"{Select} where c.id = @id", new { id });

    /// <summary>The newest first.</summary>
    /// <param name="drafts">Also those that were not sent yet.</param>
    /// <param name="number">Which page.</param>
    public Task<Page<ConclusionDetails>> Page(bool drafts, int number) => session.Page<ConclusionDetails>(number, $"""
        {Select}
        where @drafts or c.sent_at is not null
        order by coalesce(c.sent_at, c.at) desc, c.id desc
        limit @take offset @skip
        """, new { drafts, take = Paging.Take, skip = Paging.Skip(number) });

    /// <summary>What is being written of these very days.</summary>
    public Task<ConclusionDetails?> Draft(EffectPeriod period) => session.Find<ConclusionDetails>($"""
        {Select} where c.sent_at is null and c.first_day = @First and c.last_day = @Last
        """, new { period.First, period.Last });

    /// <summary>The oldest that heads have and have not answered.</summary>
    public Task<ConclusionDetails?> Unanswered() => session.Find<ConclusionDetails>($"""
        {Select} where c.sent_at is not null and c.answer is null order by c.sent_at, c.id limit 1
        """);

    public Task<IReadOnlyList<(long Id, string Label)>> Labels(IReadOnlyCollection<long> ids) =>
        session.Query<(long, string)>("select id, label from conclusion where id = any(@ids)", new { ids = ids.ToArray() });

    /// <summary>Where their cards say the name of this person.</summary>
    public Task<IReadOnlyList<ConclusionDetails>> Naming(PersonId person) => session.Query<ConclusionDetails>($"""
        {Select} where @person in (c.by_person, c.answered_by) order by c.id
        """, new { person });

    /// <summary>Where methodologists hear of news; those who have stopped the bot are left out.</summary>
    public Task<IReadOnlyList<ChatId>> MethodologistChats() => session.Query<ChatId>("""
        select p.chat_id
        from person p
        join person_role r on r.person_id = p.id and r.role = 'Methodologist'
        where p.reachable and p.chat_id is not null
        order by p.id
        """);
}
