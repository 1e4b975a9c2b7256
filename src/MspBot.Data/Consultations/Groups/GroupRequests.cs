using MspBot.Data.Consultations.Requests;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Groups;

/// <summary>
/// What happens to a person's request when they join a group: its times become preferences and are released; if the person leaves, the
/// request waits again with its future times.
/// </summary>
internal static class GroupRequests
{
    /// <returns>Whether it was still open. A request that was agreed or closed in between stays as it is.</returns>
    internal static async Task<bool> Take(DbSession session, ConsultationId request, ConsultationId group, DateTimeOffset now)
    {
        var taken = await session.Execute("""
            update consultation
            set state = 'Grouped', group_id = @group, reason = null, version = version + 1
            where id = @request and state in ('Requested', 'Offered', 'Waiting')
            """, new { request, group });
        if (taken == 0) return false;
        await session.Execute("delete from consultation_time where consultation_id = @request and kind = 'Offered'", new { request });
        await session.Execute("update consultation_time set kind = 'Proposed' where consultation_id = @request", new { request });
        await ConsultationStore.EndHandover(session, request, now);
        return true;
    }

    /// <summary>After an invitation by the request's own tutor failed, restarts that tutor's time to answer.</summary>
    internal static Task Restart(DbSession session, ConsultationId request, PersonId? tutor, DateTimeOffset now) => session.Execute("""
        update consultation
        set asked_at = @now, nudged_at = null, teacher_told_at = null, head_asked_at = null
        where id = @request and state in ('Requested', 'Waiting') and tutor_id = @tutor
        """, new { request, tutor, now });

    /// <summary>Takes the request out of the group; it is open again as if asked now.</summary>
    internal static async Task<bool> Return(DbSession session, ConsultationId request, ConsultationId group, DateTimeOffset now)
    {
        var returned = await session.Execute("""
            update consultation
            set state = 'Waiting', group_id = null, asked_at = @now, nudged_at = null, teacher_told_at = null, head_asked_at = null,
                version = version + 1
            where id = @request and state = 'Grouped' and group_id = @group
            """, new { request, group, now });
        if (returned == 0) return false;
        await session.Execute("delete from consultation_time where consultation_id = @request and starts_at <= @now", new { request, now });
        await session.Execute("""
            update consultation c
            set state = 'Requested'
            where c.id = @request and exists (select from consultation_time t where t.consultation_id = c.id)
            """, new { request });
        return true;
    }
}
