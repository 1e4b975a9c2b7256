using System.Text.Json;
using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Broadcasts;

/// <summary>A recipient, by their chat, and what became of the broadcast for them.</summary>
/// <param name="Chat">Whose.</param>
/// <param name="Outcome">Null: it still waits in the outbox.</param>
/// <param name="Reason">Of Failed.</param>
/// <param name="Message">The messenger's reference, of Sent; null: a number of its own.</param>
internal sealed record Told(long Chat, RecipientOutcome? Outcome = null, FailureReason? Reason = null, string? Message = null)
{
    internal bool Acknowledged { get; init; }
}

/// <summary>What stories of broadcasts begin with, as it stands in the tables.</summary>
internal static class BroadcastCast
{
    internal const string Words = "Коллеги, в пятницу встречаемся в актовом зале в 15:00.";

    internal static Task<Visitor> HeadOfBroadcasts(this World world) =>
        SeminarCast.Teacher(world, World.HeadId, "Смирнова Вера Павловна", "Head");

    /// <param name="world">The story's; with a head, if <paramref name="mayWrite"/>.</param>
    /// <param name="mayWrite">Whether a head has switched writing on for her.</param>
    internal static async Task<Visitor> MethodologistOfBroadcasts(this World world, bool mayWrite = true)
    {
        var visitor = await SeminarCast.Teacher(world, 701, "Петрова Анна Ивановна", "Methodologist");
        if (mayWrite)
        {
            await world.Sql<int>($"""
                insert into broadcast_right (person_id, given_by, at)
                select id, (select min(person_id) from person_role where role = 'Head'), {world.Now} from person where chat_id = 701
                """);
        }
        return visitor;
    }

    /// <summary>A teacher of a school of their own who does nothing before the broadcast comes.</summary>
    internal static async Task<Visitor> Reader(this World world, long chat, string name = "Иванова Мария Петровна", string? role = null)
    {
        var visitor = await SeminarCast.Teacher(world, chat, name, role);
        visitor.StartedEarlier();
        return visitor;
    }

    /// <summary>A broadcast of the head, with rows of the outbox as a press and the sender leave them.</summary>
    /// <param name="world">With a head: <see cref="HeadOfBroadcasts"/>.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="recipients">Their people must be there; of a composed one none.</param>
    /// <param name="words">What it says.</param>
    /// <param name="audience">To whom; null: everyone.</param>
    /// <param name="acknowledge">«Просить отметку».</param>
    /// <param name="ago">When it was pressed (a composed one: made), before the story's moment; null: 10 minutes.</param>
    /// <param name="by">The writer's chat; null: the head.</param>
    internal static async Task<BroadcastId> Broadcast(
        this World world, BroadcastState state, IReadOnlyList<Told> recipients, string words = Words, Audience? audience = null,
        bool acknowledge = false, TimeSpan? ago = null, long? by = null)
    {
        var pressed = $"{world.Now} - interval '{(int)(ago ?? TimeSpan.FromMinutes(10)).TotalSeconds} seconds'";
        var composed = state == BroadcastState.Composed;
        var starts = state == BroadcastState.Waiting ? $"{world.Now} + interval '2 minutes'" : $"{pressed} + interval '2 minutes'";
        var over = state is BroadcastState.Done or BroadcastState.Stopped && recipients.All(one => one.Outcome is not null);
        var id = new BroadcastId(await world.Sql<long>($"""
            insert into broadcast (by_person, audience, words, acknowledge, state, version, shown, created_at, pressed_at, starts_at,
                stopped_at, done_at)
            select id, '{JsonSerializer.Serialize(audience ?? new Audience.Everyone())}', '{words}', {Sql(acknowledge)}, '{state}',
                {(composed ? 1 : 2)}, {(composed ? "null" : $"{recipients.Count}")}, {pressed}, {(composed ? "null" : pressed)},
                {(composed ? "null" : starts)}, {(state == BroadcastState.Stopped ? world.Now : "null")}, {(over ? world.Now : "null")}
            from person where chat_id = {by ?? World.HeadId}
            returning id
            """));
        foreach (var (number, recipient) in recipients.Index()) await world.Recipient(id, recipient, words, number);
        return id;
    }

    private static async Task Recipient(this World world, BroadcastId id, Told told, string words, int number)
    {
        var message = told.Outcome == RecipientOutcome.Sent ? $"'{told.Message ?? $"{900_000 + number}"}'" : "null";
        await world.Sql<int>($"""
            insert into broadcast_recipient (broadcast_id, person_id, outcome, reason, at, message, acknowledged_at)
            select {id.Value}, id, {Sql(told.Outcome)}, {Sql(told.Reason)}, {(told.Outcome is null ? "null" : world.Now)}, {message},
                {(told.Acknowledged ? world.Now : "null")}
            from person where chat_id = {told.Chat}
            """);
        if (told.Outcome == RecipientOutcome.OptedOut) return;
        var payload = ScreenJson.Write(new Screen(Html.Text(words)).Row(Button.Card("Не присылать такое", "bx", id.Value, "no-more")));
        await world.Sql<int>($"""
            insert into outbox (chat_id, payload, priority, dedup, not_before, not_after, waiting, done_at, message_id, error)
            select {told.Chat}, '{(told.Outcome is null ? payload.Replace("'", "''", StringComparison.Ordinal) : "")}', 2,
                'broadcast:{id.Value}:' || p.id, b.starts_at, b.starts_at + interval '12 hours', {Sql(told.Outcome is null)},
                {(told.Outcome is null ? "null" : "clock_timestamp()")}, {message}, {Sql(Error(told))}
            from person p, broadcast b where p.chat_id = {told.Chat} and b.id = {id.Value}
            """);
    }

    private static string? Error(Told told) => (told.Outcome, told.Reason) switch
    {
        (null or RecipientOutcome.Sent, _) => null,
        (RecipientOutcome.Blocked, _) => "unreachable",
        (RecipientOutcome.Failed, FailureReason.Unknown) => "maybe sent",
        (RecipientOutcome.Failed, FailureReason.Refused) => "400",
        _ => "too late",
    };

    private static string Sql(bool it) => it ? "true" : "false";

    private static string Sql(object? it) => it is null ? "null" : $"'{it}'";
}
