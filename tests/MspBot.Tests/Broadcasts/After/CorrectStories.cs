using MspBot.Domain.Broadcasts;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Materials;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.After;

/// <summary>«Исправить текст»: in every chat, silently, also in what waits or is just being sent.</summary>
public sealed class CorrectStories(TestCluster cluster)
{
    [Fact]
    public async Task The_text_is_written_anew_in_every_chat_and_nothing_new_comes()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(3);
        await readers[0].Sees(BroadcastCast.Words);
        await head.Corrects(id);
        await head.Sees("Текст исправлен. Меняю его в чатах у 3 получателей");
        await head.Sees("Текст исправлен: в чатах стоит этот.");
        await world.RunJobs();
        Assert.All(readers, reader =>
        {
            var letter = Assert.Single(reader.Letters());
            Assert.Equal(AfterCast.NewWords, letter.Text);
            Assert.Single(letter.Buttons);
        });
        await head.Corrects(id, "И ещё раз: в 17:00.");
        await world.RunJobs();
        Assert.All(readers, reader => Assert.Equal("И ещё раз: в 17:00.", Assert.Single(reader.Letters()).Text));
        Assert.Equal("3 3", await world.Sql<string>("""
            select string_agg(detail ->> 'people', ' ' order by id) from action_log where action = 'BroadcastCorrected'
            """));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_still_waits_arrives_with_the_new_words()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Waiting(2);
        await head.Corrects(id);
        await head.Sees("Текст исправлен в том, что ещё не ушло.");
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        Assert.All(readers, reader => Assert.Equal(AfterCast.NewWords, Assert.Single(reader.Letters()).Text));
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where dedup like 'broadcast-corrected:%'"));
    }

    [Fact]
    public async Task Who_was_just_being_sent_the_old_words_gets_the_new_ones_after()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Waiting(1);
        await world.Leased(id);
        await head.Corrects(id);
        await head.Sees("Текст исправлен");
        await world.SentAsRead(id, readers[0]);
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        Assert.Equal(AfterCast.NewWords, Assert.Single(readers[0].Letters()).Text);
        Assert.Equal(2, await world.Sql<int>("select words_version from broadcast_recipient"));
    }

    [Fact]
    public async Task A_message_that_is_gone_and_a_chat_that_is_blocked_are_left_alone()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(3);
        await readers[0].Deletes(Assert.Single(readers[0].Letters()));
        await readers[1].Blocks();
        await head.Corrects(id);
        await head.Sees("Меняю его в чатах у 3 получателей");
        await world.RunJobs();
        Assert.Empty(readers[0].Letters());
        Assert.Equal(BroadcastCast.Words, Assert.Single(readers[1].Letters()).Text);
        Assert.Equal(AfterCast.NewWords, Assert.Single(readers[2].Letters()).Text);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where done_at is null"));
    }

    [Fact]
    public async Task A_message_with_a_file_keeps_it_and_has_a_new_caption()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Waiting(1);
        var file = await world.StoredFile("план.pdf", [1, 2, 3]);
        var reference = await world.Sql<string>($"select reference from stored_file where id = {file}");
        var payload = ScreenJson.Write(new Screen(Html.Text(BroadcastCast.Words)) { Kept = new(reference!, "план.pdf", file) });
        await world.Sql<int>(
            $"update broadcast set file_id = {file}; update outbox set payload = '{payload}' where dedup like 'broadcast:%'");
        await world.Pass(TimeSpan.FromMinutes(3));
        await world.RunJobs();
        await readers[0].SeesFile("план.pdf");
        await head.Corrects(id);
        await world.RunJobs();
        var letter = Assert.Single(readers[0].Letters());
        Assert.Equal(AfterCast.NewWords, letter.Text);
        Assert.Equal("план.pdf", letter.File?.Name);
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task After_two_days_it_is_too_late()
    {
        await using var world = await World.Open(cluster);
        var (head, id, readers) = await world.Gone(1);
        await head.OpensBroadcast(id);
        await head.SeesButton("Исправить текст");
        world.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromMinutes(5));
        await head.Taps("Исправить текст");
        await head.Sees("Прошло больше двух суток");
        await head.Opens($"c:bde:{id.Value}:del-ask:2");
        await head.OpensBroadcast(id);
        await head.Sees("Рассылка отправлена");
        Assert.Equal(BroadcastCast.Words, readers[0].Letters()[0].Text);
        Assert.Equal(0, await world.Sql<int>("select count(*) from outbox where replaces_message is not null and chat_id = 201"));
    }

    [Fact]
    public async Task What_was_typed_for_a_broadcast_that_was_corrected_meanwhile_is_said_back()
    {
        await using var world = await World.Open(cluster);
        var (head, id, _) = await world.Gone(1);
        await head.OpensBroadcast(id);
        await head.Taps("Исправить текст");
        await head.Sees("Напишите текст заново");
        await world.Sql<int>("update broadcast set version = version + 1");
        await head.Types(AfterCast.NewWords);
        var said = await head.Sees("Пока вы смотрели, это изменили.");
        Assert.Contains($"Ваш текст: {AfterCast.NewWords}", said, StringComparison.Ordinal);
        Assert.Equal(BroadcastCast.Words, await world.Sql<string>("select words from broadcast"));
    }

    [Fact]
    public async Task Words_that_are_too_many_or_the_same_are_refused()
    {
        await using var world = await World.Open(cluster);
        var (head, id, _) = await world.Gone(1);
        await head.Corrects(id, new string('я', 1240));
        await head.Sees("Текст длиннее 1000 знаков (1240). Сократите или приложите файлом.");
        await head.Types(BroadcastCast.Words);
        await head.Sees("Так и было, ничего не изменилось.");
        Assert.Equal(1, await world.Sql<int>("select words_version from broadcast"));
    }
}
