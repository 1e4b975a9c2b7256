using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Seminars.Seats;

/// <summary>How a teacher finds a seminar, gets a place in it and gives it back.</summary>
public sealed class SignUpStories(TestCluster cluster)
{
    [Fact]
    public async Task A_teacher_signs_up_and_gives_the_seat_back()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar(seats: 2);

        await anna.Types("/events");
        await anna.Sees("вт, 1 декабря, 10:00 — Читательская грамотность");
        await anna.Sees("Круглый стол · осталось 2 места");
        await anna.Taps("01.12 10:00 · Читательская…");
        var card = await anna.SeesMessage("осталось 2 места");
        Assert.Contains("вт, 1 декабря, 10:00–11:30", card.Text);
        Assert.DoesNotContain("meet.example.org", card.Text);

        await anna.Taps("Записаться");
        var signed = await anna.SeesMessage("Вы записаны");
        Assert.Equal(card.Id, signed.Id);
        Assert.Equal("Вы записаны", anna.LastToast);
        Assert.Contains("Подключиться можно будет с 09:45", signed.Text);
        Assert.DoesNotContain("meet.example.org", signed.Text);
        await anna.SeesButton("В календарь");
        await anna.SeesButton("Позвать коллегу");
        await anna.Types("/events");
        await anna.Sees("✅ вы записаны");
        await anna.Taps("✅ 01.12 10:00");

        await anna.Taps("Отменить запись");
        await anna.Sees("Место ещё две минуты за вами");
        await anna.SeesButton("Вернуть запись");
        Assert.Equal((0, 1), (await world.Count("Confirmed"), await world.Count("Cancelled")));
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task A_freed_seat_goes_to_the_first_in_line_who_is_told()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris, vera) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"),
            await world.Teacher(3, "Белова Вера Олеговна"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await anna.Sees("Вы записаны");

        await boris.SignsUp("В лист ожидания");
        var waiting = await boris.SeesMessage("Вы в листе ожидания, место в очереди: 1");
        Assert.DoesNotContain("meet.example.org", waiting.Text);
        await vera.SignsUp("В лист ожидания");
        await vera.Sees("место в очереди: 2");

        await anna.GivesBack();
        var freed = await boris.SeesMessage("Освободилось место, вы записаны");
        Assert.NotEqual(waiting.Id, freed.Id);
        Assert.DoesNotContain("meet.example.org", freed.Text);
        await vera.DoesNotSee("Освободилось");

        await boris.GivesBack(freed);
        await vera.Sees("Освободилось место, вы записаны");
        Assert.Equal(1, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task Who_waits_can_leave_the_line()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.SignsUp();
        await boris.SignsUp("В лист ожидания");
        await boris.Taps("Выйти из листа");
        await boris.Sees("Мест нет");
        Assert.Equal("Вы вышли из листа ожидания", boris.LastToast);
        await anna.GivesBack();
        await boris.DoesNotSee("Освободилось");
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        await world.Seminar();
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        await anna.TapsAgain();
        Assert.Equal("Вы уже записаны", anna.LastToast);
        Assert.Equal(1, await world.Count("Confirmed"));

        await anna.Taps("Отменить запись");
        await anna.TapsAgain();
        Assert.Equal("Вы и не были записаны", anna.LastToast);
        Assert.Equal(1, await world.Count("Cancelled"));
    }

    [Fact]
    public async Task An_old_card_of_a_seminar_that_filled_up_puts_the_person_in_line()
    {
        await using var world = await World.Open(cluster);
        var (anna, boris) = (await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        await world.Seminar(seats: 1);
        await anna.Types("/events");
        await anna.Taps(SeminarCast.Label);
        await anna.SeesButton("Записаться");
        await boris.SignsUp();
        await boris.Sees("Вы записаны");

        await anna.Taps("Записаться");
        await anna.Sees("Вы в листе ожидания, место в очереди: 1");
    }

    [Fact]
    public async Task An_old_card_says_what_has_become_of_the_seminar()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        var id = await world.Seminar(startsIn: TimeSpan.FromHours(5));
        await anna.SignsUp();
        await anna.Sees("Вы записаны");
        var card = await anna.SeesMessage("Вы записаны");
        await world.Pass(TimeSpan.FromHours(5));

        await anna.TapsOn(card, "Отменить запись");
        Assert.Contains("уже началось", anna.LastToast);
        await world.Pass(TimeSpan.FromHours(2));
        await anna.TapsOn(card, "Отменить запись");
        await anna.Sees("уже прошло");

        await world.Sql<int>($"update seminar set state = 'Cancelled', cancel_reason = 'Тьютор заболел' where id = {id}");
        await anna.TapsOn(card, "Отменить запись");
        await anna.Sees("Мероприятие отменено");
        Assert.Equal(1, await world.Count("Confirmed"));
    }

    [Fact]
    public async Task Forged_presses_of_a_teacher_change_nothing()
    {
        await using var world = await World.Open(cluster);
        var anna = await world.Teacher(1);
        var id = await world.Seminar();
        await anna.Types("/events");
        await anna.Sees("Мероприятия");
        var before = await world.Sql<string>("select row_to_json(s)::text from seminar s");
        foreach (var data in (string[])[$"c:s:{id}:publish", $"c:sp:{id}:show", $"c:sc:{id}:show", $"n:change:{id}.1.Title",
            $"n:cancel-seminar:{id}", "n:new", "m:new",
                     "c:s:0:join", "c:s:99999999:leave", "c:s:99999999:ics", $"c:s:{id}:nonsense"])
        {
            await anna.TapsData(anna.Chat[^1], data);
            Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("Кто записан", StringComparison.Ordinal));
        }
        Assert.Equal(before, await world.Sql<string>("select row_to_json(s)::text from seminar s"));
        Assert.Equal(0, await world.Sql<int>("select count(*) from dialog"));
    }

    [Fact]
    public async Task Thirty_seats_pressed_at_once_by_forty_are_given_in_order()
    {
        await using var world = await World.Open(cluster);
        var all = new List<Visitor>();
        for (var n = 1; n <= 40; n++) all.Add(await world.Teacher(n));
        var id = await world.Seminar(seats: 30);
        foreach (var one in all) await one.Types($"/start e_{id}");
        foreach (var one in all) await one.SeesButton("Записаться");
        await Task.WhenAll(all.Select(one => one.TapsWithoutWaiting("Записаться")));
        await world.Idle();

        Assert.Equal((30, 10), (await world.Count("Confirmed"), await world.Count("Waitlisted")));
        Assert.Equal(30, all.Count(one => one.Chat[^1].Text.Contains("Вы записаны", StringComparison.Ordinal)));
        var places = all.Select(one => one.Chat[^1].Text).Where(t => t.Contains("место в очереди: ", StringComparison.Ordinal))
            .Select(t => int.Parse(t.Split("место в очереди: ")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, 10), places.Order());
    }
}
