using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Domain.People.Inquiries;

namespace MspBot.Data.People.Inquiries;

/// <summary>Something that was said.</summary>
public sealed record InquiryMessage
{
    public PersonId AuthorId { get; init; }
    public string? Author { get; init; }
    public bool ByHead { get; init; }
    public string Words { get; init; } = "";
    public DateTimeOffset SaidAt { get; init; }
}

/// <summary>A question to the heads with the last that was said to it.</summary>
public sealed record InquiryDetails
{
    /// <summary>More does not fit into one message.</summary>
    public const int LastMessages = 3;

    public InquiryId Id { get; init; }
    public PersonId AskerId { get; init; }
    public string Asker { get; init; } = "";
    public string School { get; init; } = "";

    /// <summary>Null when they cannot be told.</summary>
    public ChatId? AskerChat { get; init; }

    /// <summary>Null: answered.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>How much was said in all.</summary>
    public int Said { get; init; }

    public IReadOnlyList<InquiryMessage> Messages { get; init; } = [];

    public InquiryMessage? LastAnswer => Messages.LastOrDefault(w => w.ByHead);

    /// <summary>Who of the heads has answered, so that another need not.</summary>
    public InquiryMessage? AnsweredBefore(PersonId head) =>
        WaitsSince is null && LastAnswer is { } answer && answer.AuthorId != head ? answer : null;
}

/// <summary>Questions to the heads.</summary>
public sealed class InquiryReader(DbSession session)
{
    public async Task<InquiryDetails?> Details(InquiryId id)
    {
        var details = await session.Find<InquiryDetails>("""
            select q.id, q.asker_id, p.full_name as asker, s.name as school, case when p.reachable then p.chat_id end as asker_chat,
                q.waits_since,
                   (select count(*) from inquiry_word w where w.inquiry_id = q.id)::int as said
            from inquiry q
            join person p on p.id = q.asker_id
            join school s on s.id = p.school_id
            where q.id = @id
            """, new { id });
        return details is null ? null : details with { Messages = await LastSaid(id) };
    }

    /// <summary>What has waited longest for this head: not what they have asked themselves, before they were one.</summary>
    public Task<InquiryDetails?> LongestWaiting(PersonId head) => session.Find<InquiryDetails>("""
        select q.id, q.asker_id, p.full_name as asker, q.waits_since
        from inquiry q
        join person p on p.id = q.asker_id
        where q.waits_since is not null and q.asker_id <> @head
        order by q.waits_since, q.id
        limit 1
        """, new { head });

    /// <summary>Questions in which somebody said something.</summary>
    public Task<IReadOnlyList<InquiryId>> Of(PersonId person) => session.Query<InquiryId>("""
        select id from inquiry where asker_id = @person
        union
        select inquiry_id from inquiry_word where author_id = @person
        """, new { person });

    public Task<int> CountOf(PersonId asker) =>
        session.Value<int>("select count(*)::int from inquiry where asker_id = @asker", new { asker });

    /// <summary>What this person has said lately and no head has answered yet.</summary>
    public Task<int> Unanswered(PersonId asker, DateTimeOffset now) => session.Value<int>("""
        select count(*)::int
        from inquiry_word w
        join inquiry q on q.id = w.inquiry_id
        where w.author_id = @asker and w.said_at > @since and q.asker_id = @asker
          and not exists (select from inquiry_word a where a.inquiry_id = w.inquiry_id and a.by_head and a.id > w.id)
        """, new { asker, since = now - InquiryRules.Within });

    private async Task<IReadOnlyList<InquiryMessage>> LastSaid(InquiryId id) => [.. (await session.Query<InquiryMessage>($"""
        select w.author_id, p.full_name as author, w.by_head, w.words, w.said_at
        from inquiry_word w
        join person p on p.id = w.author_id
        where w.inquiry_id = @id
        order by w.id desc
        limit {InquiryDetails.LastMessages}
        """, new { id })).Reverse()];
}
