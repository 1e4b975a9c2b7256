namespace MspBot.Sandbox;

/// <summary>What else a person can send.</summary>
public sealed partial class Visitor
{
    private static readonly byte[] Pixel =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>As if the person had talked to the bot some other day: it may write, and hears nothing now.</summary>
    public Visitor StartedEarlier()
    {
        lock (api.Gate) person.IsSeen = person.HasStarted = true;
        return this;
    }

    public Task SendsSticker() =>
        SendsMedia(new Upload("sticker.webp", "image/webp", [0x52, 0x49, 0x46, 0x46]), "stickers", MediaMaker.Sticker);

    public Task SendsVoice() => SendsMedia(new Upload("voice.ogg", "audio/ogg", [0x4F, 0x67, 0x67, 0x53]), "voice", MediaMaker.Voice);

    public Task SendsPhoto(string caption = "", byte[]? png = null) =>
        SendsMedia(new Upload("photo.jpg", "image/jpeg", png ?? Pixel), "photos", PhotoOf, caption);

    public Task SendsDocument(string name, byte[] bytes, string caption = "") =>
        SendsMedia(new Upload(name, "", bytes), "documents", MediaMaker.Document, caption);

    /// <summary>Several photos at once: as many messages with one media_group_id, the words under the first.</summary>
    public Task SendsAlbum(int photos, string caption = "")
    {
        lock (api.Gate)
        {
            var group = $"{api.Changes + 1_000_000_000}{person.Id}";
            for (var i = 0; i < photos; i++)
            {
                var file = api.Files.Add(new Upload("photo.jpg", "image/jpeg", Pixel), "photos");
                Say(new FormattedText(i == 0 ? caption : "", []), PhotoOf(file), group);
            }
        }

        return Task.CompletedTask;
    }

    public Task SharesContact(string phone = "+79990000000")
    {
        lock (api.Gate) Say(FormattedText.Empty, MediaMaker.Contact(phone, person));
        return Task.CompletedTask;
    }

    /// <summary>Changes the visitor's own newest text.</summary>
    public Task EditsLast(string text)
    {
        lock (api.Gate)
        {
            var own = room.Messages.LastOrDefault(x => x.Author == person && x.Media is null) ?? throw Fail("has written nothing to edit");
            own.Body = new FormattedText(text, []).Fixed();
            api.MarkEdited(own);
            actedAt = api.Changes;
            api.Announce(own, "edited_message");
        }

        return Task.CompletedTask;
    }

    /// <summary>Deletes a message on this phone and for the bot, as "delete for everyone" does.</summary>
    public Task Deletes(ChatMessage message)
    {
        lock (api.Gate)
        {
            if (RoomOf(message).Find(message.Id) is { } stored) api.Delete(stored);
        }

        return Task.CompletedTask;
    }

    public Task Blocks()
    {
        lock (api.Gate)
        {
            if (person.HasBlocked) return Task.CompletedTask;
            person.HasBlocked = true;
            api.AnnounceMembership(room, person, "member", "kicked");
        }

        return Task.CompletedTask;
    }

    public Task Unblocks()
    {
        lock (api.Gate)
        {
            if (!person.HasBlocked) return Task.CompletedTask;
            person.HasBlocked = false;
            api.AnnounceMembership(room, person, "kicked", "member");
        }

        return Task.CompletedTask;
    }

    /// <summary>The account is deleted: nothing can be sent to it any more.</summary>
    public Task Disappears()
    {
        lock (api.Gate) person.IsDeactivated = true;
        return Task.CompletedTask;
    }

    private static Media PhotoOf(StoredFile file)
    {
        var (width, height) = ImageSize.Of(file.Bytes) ?? (1, 1);
        return MediaMaker.Photo(file, width, height);
    }

    private Task SendsMedia(Upload upload, string folder, Func<StoredFile, Media> make, string caption = "")
    {
        lock (api.Gate) Say(new FormattedText(caption, []), make(api.Files.Add(upload, folder)));
        return Task.CompletedTask;
    }

    private void Say(FormattedText text, Media? media = null, string? group = null) => Say(room, text, media, group);

    internal void Say(Room where, FormattedText text, Media? media = null, string? group = null)
    {
        if (person.HasBlocked && where.Person is not null) throw Fail("has blocked the bot and can write nothing to it");
        person.IsSeen = true;
        if (where.Person is not null) person.HasStarted = true;
        var body = text.Text.Length == 0 ? text : text.Fixed();
        if (body.Text.Length == 0 && media is null) throw Fail("cannot send an empty message");
        var message = api.Post(api.NewMessage(where, person, body, media, null, null, group));
        actedAt = api.Changes;
        api.Announce(message);
    }
}
