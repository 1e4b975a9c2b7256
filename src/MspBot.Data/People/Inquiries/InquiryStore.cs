using MspBot.Data.Conversations;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.People.Inquiries;

namespace MspBot.Data.People.Inquiries;

/// <summary>The result of sending a message. <paramref name="Message"/> is its number, unique for all time.</summary>
public sealed record InquiryResult(InquiryId Inquiry, long Message, InquiryRefusal? Refusal);

/// <summary>Writes questions to the heads, and what is said to them. All that is said to one comes one after the other.</summary>
public sealed class InquiryStore(DbSession session, InquiryReader reader, RoleStore roles)
{
    public async Task<InquiryResult> Ask(PersonId asker, string words, DateTimeOffset now)
    {
        if (InquiryRules.Decide(await reader.Unanswered(asker, now)) is { } refusal) return new(default, 0, refusal);
        var id = new InquiryId(await session.Value<long>("insert into inquiry (asker_id, waits_since) values (@asker, @now) returning id",
            new { asker, now }));
        return new(id, await Add(id, asker, byHead: false, words, now), null);
    }

    /// <param name="id">To which question.</param>
    /// <param name="author">Who asked it, or a head.</param>
    /// <param name="words">What is said.</param>
    /// <param name="anyway">Also when another head has answered already.</param>
    /// <param name="now">The turn's moment.</param>
    public async Task<InquiryResult> Reply(InquiryId id, PersonId author, string words, bool anyway, DateTimeOffset now)
    {
        await session.Execute("select 1 from inquiry where id = @id for update", new { id });
        if (await reader.Details(id) is not { } details) return new(id, 0, InquiryRefusal.Gone);
        var isAsker = details.AskerId == author;
        if (!isAsker && !await roles.Holds(author, Role.Head)) return new(id, 0, InquiryRefusal.Gone);
        if (isAsker && InquiryRules.Decide(await reader.Unanswered(author, now)) is { } refusal) return new(id, 0, refusal);
        if (!isAsker && !anyway && details.AnsweredBefore(author) is not null) return new(id, 0, InquiryRefusal.AnsweredMeanwhile);

        await session.Execute("update inquiry set waits_since = @since where id = @id",
            new { id, since = isAsker ? details.WaitsSince ?? now : (DateTimeOffset?)null });
        return new(id, await Add(id, author, !isAsker, words, now), null);
    }

    /// <summary>Everything this person has asked goes, and every word of theirs, also from messages that still wait to be sent.</summary>
    public async Task Forget(PersonId person)
    {
        var keys = await session.Query<(long Message, ChatId Chat)>("""
            select w.id, p.chat_id
            from inquiry_word w
            join inquiry q on q.id = w.inquiry_id
            join person p on p.chat_id is not null and (p.id = q.asker_id
                or exists (select from person_role r where r.person_id = p.id and r.role = 'Head'))
            where q.asker_id = @person or w.author_id = @person
            """, new { person });
        OutboxWriter.Withdraw(session, [.. keys.Select(k => NoticeKey.InquiryMessage(k.Message, k.Chat))]);
        await session.Execute("delete from inquiry where asker_id = @person", new { person });
        await session.Execute("delete from inquiry_word where author_id = @person", new { person });
    }

    private Task<long> Add(InquiryId id, PersonId author, bool byHead, string words, DateTimeOffset now) => session.Value<long>("""
        insert into inquiry_word (inquiry_id, author_id, by_head, words, said_at)
        values (@id, @author, @byHead, @words, @now)
        returning id
        """, new { id, author, byHead, words, now });
}
