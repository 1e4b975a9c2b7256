using MspBot.Data.Conversations;
using MspBot.Data.Postgres;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Messages;

/// <summary>
/// Puts messages into the outbox of one session's transaction. Answers are born leased by this process and handed to
/// the sender right after the commit; everything else is found there by any free sender.
/// </summary>
public sealed class Outbox(DbSession session, OutboxNumbers numbers)
{
    private List<Outgoing> own = [];
    private (Payload Payload, string Json)? written;

    /// <summary>What this process sends itself once the transaction has committed.</summary>
    internal IReadOnlyList<Outgoing> Own => own;

    /// <summary>Whether something was put that the sender must look for in the database.</summary>
    internal bool HasOthers { get; private set; }

    /// <summary>An earlier answer of the turn's chat was put back and waits in the database: answers wait there behind it.</summary>
    internal bool AnswersWait { get; set; }

    /// <returns>The row's number; 0 for notices and bulk, which the database numbers.</returns>
    public long Put(
        ChatId chat, Payload payload, Priority priority, DateTimeOffset? notBefore = null,
        long? replaces = null, string? replacesMessage = null)
    {
        var mine = priority == Priority.Answer && notBefore is null;
        var row = new OutboxRow(mine ? numbers.Take() : 0, chat, Json(payload), replaces, replacesMessage, priority, 0);
        OutboxWriter.Put(session, row, notBefore, mine && !AnswersWait ? numbers.Owner : null, (payload as Screen)?.Shows);
        if (mine && !AnswersWait) own.Add(new(row, payload));
        else HasOthers = true;
        return row.Id;
    }

    /// <summary>One statement, however many they are; a screen that many of them show is written once.</summary>
    internal void Put(params IReadOnlyCollection<Notice> notices)
    {
        if (notices.Count == 0) return;
        var jsons = new Dictionary<Screen, string>(ReferenceEqualityComparer.Instance);
        OutboxWriter.Put(session,
            [.. notices.Select(n => new NoticeRow(n.Chat, Written(n.Screen), n.Priority, n.Key, n.NotBefore, n.NotAfter, n.Screen.Shows))]);
        HasOthers = true;

        string Written(Screen screen) => jsons.TryGetValue(screen, out var json) ? json : jsons[screen] = Json(screen);
    }

    /// <summary>
    /// Updates messages that already show this card (<see cref="Screen.Shows"/>) in every chat; edits do not notify. Call it before
    /// queueing new messages, so that they are not redrawn.
    /// </summary>
    /// <param name="shows">The card.</param>
    /// <param name="draw">How it looks to somebody; null: left as it is.</param>
    /// <param name="leaves">Messages that are left as they are.</param>
    /// <param name="only">The chats that it concerns; null: all.</param>
    internal Task Redraw(
        string shows, Func<Speaker, Task<Screen?>> draw, Func<ShownCard, bool>? leaves = null, IReadOnlyCollection<ChatId>? only = null) =>
        Redraw([shows], (_, who) => draw(who), leaves, only);

    /// <inheritdoc cref="Redraw(string, Func{Speaker, Task{Screen?}}, Func{ShownCard, bool}?, IReadOnlyCollection{ChatId}?)"/>
    /// <param name="shows">The cards.</param>
    /// <param name="draw">How one of them looks to somebody; null: left as it is.</param>
    /// <param name="leaves">Messages that are left as they are.</param>
    /// <param name="only">The chats that it concerns; null: all.</param>
    internal async Task Redraw(
        IReadOnlyCollection<string> shows, Func<string, Speaker, Task<Screen?>> draw, Func<ShownCard, bool>? leaves = null,
        IReadOnlyCollection<ChatId>? only = null) =>
        await Redraw((await ShownReader.Of(session, shows, only)).Where(m => leaves?.Invoke(m) is not true), draw, Edit);

    /// <summary>
    /// After somebody was erased whom these cards name: the same, and what still waits to be sent is written anew, for it would be read
    /// before an edit of it comes.
    /// </summary>
    internal async Task RedrawNameless(IReadOnlyCollection<string> shows, Func<string, Speaker, Task<Screen?>> draw)
    {
        if (shows.Count == 0) return;
        await Redraw(await ShownReader.Of(session, shows), draw, (it, screen) =>
        {
            if (it.Message is not null) Edit(it, screen);
            else OutboxWriter.RewriteNameless(session, it.Chat, it.Shows, Json(screen));
        });
    }

    /// <summary>Makes edits that still wait to bring cards of one chat up to date say what is true by now. Costs no query.</summary>
    internal void Rewrite(ChatId chat, string shows, Screen screen) => OutboxWriter.Rewrite(session, chat, shows, Json(screen));

    /// <summary>What is not sent yet, also of this transaction, is written anew where it says this.</summary>
    /// <param name="words">Stand in whatever is to be written anew.</param>
    /// <param name="anew">What it says instead; null: it stays as it is.</param>
    internal async Task RewriteUnsent(string words, Func<Screen, Screen?> anew)
    {
        foreach (var row in await OutboxWriter.Unsent(session, words))
        {
            if (ScreenJson.Read(row.Payload) is Screen screen && anew(screen) is { } other)
                OutboxWriter.Rewrite(session, row.Id, ScreenJson.Write(other));
        }
    }

    private static async Task Redraw(
        IEnumerable<ShownCard> shown, Func<string, Speaker, Task<Screen?>> draw, Action<ShownCard, Screen> write)
    {
        foreach (var card in shown.GroupBy(m => (m.Chat, m.Shows)))
        {
            var first = card.First();
            if (await draw(first.Shows, new(first.Chat, first.Person, new HashSet<Role>(first.Roles))) is not { } screen) continue;
            foreach (var it in card) write(it, screen);
        }
    }

    private void Edit(ShownCard it, Screen screen) => Put(it.Chat, screen, Priority.Notice, it.NotBefore,
        replaces: it.Message is null ? it.Row : null, replacesMessage: it.Message);

    /// <summary>As it was written a moment ago, where the same is said in several places.</summary>
    private string Json(Payload payload)
    {
        if (written is not { } last || !ReferenceEquals(last.Payload, payload)) written = last = (payload, ScreenJson.Write(payload));
        return last.Json;
    }

    /// <summary>The transaction has ended: the next one says its own.</summary>
    internal void Forget() => (own, HasOthers) = ([], false);

    /// <summary>Forgets what was put since <see cref="Own"/> had this many rows: that part of the transaction was undone.</summary>
    internal void ForgetSince(int count) => own.RemoveRange(count, own.Count - count);
}

/// <summary>A row together with what it says, for the sender of the same process.</summary>
internal sealed record Outgoing(OutboxRow Row, Payload Payload);

/// <summary>
/// This process's own name for leases, and a stock of row numbers, so that a turn knows a message's number before it commits.
/// </summary>
public sealed class OutboxNumbers(OutboxStore store) : IDisposable
{
    private const int Block = 256;
    private readonly Queue<long> stock = new();
    private readonly SemaphoreSlim filling = new(1);
    private readonly TaskCompletionSource announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Random, so that a restarted process is not taken for the dead one.</summary>
    public int Owner { get; } = Random.Shared.Next(1, int.MaxValue);

    /// <summary>The other processes can see that this one lives: from now on they leave its leases alone.</summary>
    internal void MayLease() => announced.TrySetResult();

    internal Task UntilMayLease(CancellationToken cancel) => announced.Task.WaitAsync(cancel);

    /// <summary>Makes sure that one turn's answers find their numbers.</summary>
    internal async ValueTask Ensure(CancellationToken cancel)
    {
        if (!announced.Task.IsCompleted) await UntilMayLease(cancel);
        if (Count() >= Block / 2) return;
        await filling.WaitAsync(cancel);
        try
        {
            if (Count() >= Block / 2) return;
            var taken = await store.TakeNumbers(Block, cancel);
            lock (stock)
            {
                foreach (var number in taken) stock.Enqueue(number);
            }
        }
        finally
        {
            filling.Release();
        }
    }

    internal long Take()
    {
        lock (stock) return stock.Dequeue();
    }

    public void Dispose() => filling.Dispose();

    private int Count()
    {
        lock (stock) return stock.Count;
    }
}
